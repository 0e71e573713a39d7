// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.child.internal;

import org.openbarnahus.ui.kit.text.Texts;

/** What is around every page for a child. */
final class Frame {
    private Frame() {}

    static Html begin(Texts texts, String title) {
        return new Html()
                .add(
                        "<!doctype html><html lang=\"?\"><head><meta charset=\"utf-8\">",
                        texts.locale().getLanguage())
                .add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .add("<meta name=\"robots\" content=\"noindex\"><title>?</title>", title)
                .add("<link rel=\"stylesheet\" href=\"/child/page.css\">")
                .add("<link rel=\"icon\" type=\"image/svg+xml\" href=\"/child/icon.svg\"></head><body><main>");
    }

    static String end(Html page) {
        return page.add("</main></body></html>").toString();
    }

    /** A page that only says something: a title and paragraphs, those without text left out. */
    static String message(Texts texts, String title, String... paragraphs) {
        Html page = begin(texts, title).add("<section class=\"screen\"><h1>?</h1>", title);
        for (String paragraph : paragraphs) {
            if (!paragraph.isBlank()) {
                page.add("<p class=\"words\">?</p>", paragraph);
            }
        }
        return end(page.add("</section>"));
    }
}
