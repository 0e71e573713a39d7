// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import java.util.Map;

/**
 * One input with its label, hint and error, tied together for those who listen to the page.
 *
 * @param name of the input
 * @param label key of the text
 * @param attributes further ones, as HTML
 */
record Field(String name, String label, String attributes) {

    static Field text(String name, String label) {
        return new Field(name, label, "type=\"text\" autocomplete=\"off\"");
    }

    static Field username() {
        return new Field(
                "username",
                "sign-in.username",
                "type=\"text\" autocomplete=\"username\" autocapitalize=\"none\" spellcheck=\"false\" maxlength=\"64\"");
    }

    static Field password(String name, String label, String autocomplete) {
        return new Field(name, label, "type=\"password\" autocomplete=\"" + autocomplete + "\" maxlength=\"256\"");
    }

    /**
     * @param value shown again; never that of a password
     * @param errors by name, HTML-safe or not: they are escaped here
     */
    String html(Texts texts, String value, String hintKey, Map<String, String> errors) {
        String error = errors.get(name);
        String hint =
                hintKey.isEmpty() ? "" : "<p class=\"hint\" id=\"" + name + "-hint\">" + texts.html(hintKey) + "</p>";
        String shown = value.isEmpty() ? "" : " value=\"" + Texts.escape(value) + "\"";
        return "<div class=\"field\"><label for=\"" + name + "\">" + texts.html(label) + "</label>" + hint
                + "<input id=\""
                + name + "\" name=\"" + name + "\" " + attributes + " required" + shown
                + described(name, !hint.isEmpty(), error != null) + ">" + wrong(name, error) + "</div>\n";
    }

    static String described(String name, boolean hint, boolean error) {
        String ids = ((hint ? name + "-hint " : "") + (error ? name + "-error" : "")).strip();
        return (ids.isEmpty() ? "" : " aria-describedby=\"" + ids + "\"") + (error ? " aria-invalid=\"true\"" : "");
    }

    static String wrong(String name, @org.jspecify.annotations.Nullable String error) {
        return error == null ? "" : "<p class=\"wrong\" id=\"" + name + "-error\">" + Texts.escape(error) + "</p>";
    }
}
