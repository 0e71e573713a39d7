// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.child.internal;

/** Builds a page; whatever is not markup of ours is escaped. */
final class Html {
    private final StringBuilder page = new StringBuilder(16_384);

    /** Adds markup; each {@code ?} is replaced by the next argument, escaped. A question mark in the markup is not possible. */
    Html add(String markup, Object... arguments) {
        int next = 0;
        for (int i = 0; i < markup.length(); i++) {
            char c = markup.charAt(i);
            if (c == '?') {
                escape(String.valueOf(arguments[next++]));
            } else {
                page.append(c);
            }
        }
        if (next != arguments.length) {
            throw new IllegalArgumentException("arguments without a place");
        }
        return this;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#39;");
                default -> page.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
