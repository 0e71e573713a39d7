// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.openbarnahus.ui.kit.text.Texts;

/** A CSV file that somebody hands in, and the template it should follow. The text stays in memory, never on disk. */
final class CsvField extends Div {
    private static final int MAX_BYTES = 20 * 1024 * 1024;

    private final Upload upload;
    private final H3 label = new H3();
    private final Span drop = new Span();
    private final Button choose = new Button();
    private final Anchor template = new Anchor();
    private final transient Supplier<String> templateText;
    private String text = "";

    CsvField(String id, Runnable changed, Supplier<String> templateText) {
        this.templateText = templateText;
        upload = new Upload(UploadHandler.inMemory((meta, bytes) -> {
            text = withoutMark(new String(bytes, StandardCharsets.UTF_8));
            changed.run();
        }));
        upload.setId(id);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MAX_BYTES);
        upload.setAcceptedFileExtensions(".csv", ".txt");
        upload.setDropLabel(drop);
        upload.setUploadButton(choose);
        upload.addFileRemovedListener(e -> {
            text = "";
            changed.run();
        });
        template.add(VaadinIcon.DOWNLOAD_ALT.create());
        addClassName("ob-csv");
        add(label, upload, template);
    }

    /** Spreadsheet programs put a byte order mark in front, which is no part of the first header. */
    private static String withoutMark(String read) {
        return read.startsWith("\uFEFF") ? read.substring(1) : read;
    }

    void words(Texts texts, String name, String fileName) {
        label.setText(name);
        drop.setText(texts.get("import.drop"));
        choose.setText(texts.get("import.choose"));
        choose.setAriaLabel(texts.get("import.choose") + ": " + name);
        template.removeAll();
        template.add(VaadinIcon.DOWNLOAD_ALT.create(), new Span(texts.get("import.template")));
        template.setHref(DownloadHandler.fromInputStream(event -> {
            byte[] bytes = templateText.get().getBytes(StandardCharsets.UTF_8);
            return new DownloadResponse(new ByteArrayInputStream(bytes), fileName, "text/csv", bytes.length);
        }));
    }

    /** Content of the file, empty text while there is none. */
    String text() {
        return text;
    }
}
