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
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.widget.Notices;

/** A CSV file that somebody hands in, and the template it should follow. The text stays in memory, never on disk. */
final class CsvField extends Div {
    private static final int MAX_BYTES = 20 * 1024 * 1024;
    private static final List<String> ENDINGS = List.of(".csv", ".txt");

    private final Upload upload;
    private final H3 label = new H3();
    private final Span drop = new Span();
    private final Button choose = new Button();
    private final Anchor template = new Anchor();
    private final transient Supplier<String> templateText;
    private transient Texts texts;
    private String text = "";

    CsvField(String id, Texts texts, Runnable changed, Supplier<String> templateText) {
        this.texts = texts;
        this.templateText = templateText;
        upload = new Upload(UploadHandler.inMemory((meta, bytes) -> {
            text = ending(meta.fileName()) ? withoutMark(new String(bytes, StandardCharsets.UTF_8)) : "";
            changed.run();
            if (text.isEmpty()) {
                refused();
            }
        }));
        upload.setId(id);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MAX_BYTES);
        upload.setAcceptedFileExtensions(ENDINGS.toArray(String[]::new));
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

    /** The browser was told the same, and may not have listened. */
    private static boolean ending(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    private void refused() {
        upload.clearFileList();
        Notices.failed(texts, texts.get("import.ending"));
    }

    /** Spreadsheet programs put a byte order mark in front, which is no part of the first header. */
    private static String withoutMark(String read) {
        return read.startsWith("\uFEFF") ? read.substring(1) : read;
    }

    void words(Texts now, String name, String fileName) {
        texts = now;
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
