// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.openbarnahus.auth.web.WebContext;

/** The form of the set-up page, with what was typed before and what is wrong with it. */
final class SetupForm {
    private static final String COUNTRY = "country";

    private final Texts texts;
    private final UnaryOperator<String> typed;
    private final Map<String, String> errors;

    SetupForm(Texts texts, UnaryOperator<String> typed, Map<String, String> errors) {
        this.texts = texts;
        this.typed = typed;
        this.errors = errors;
    }

    String html(String hidden, Set<String> countries) {
        return "<form method=\"post\" action=\"" + WebContext.SETUP + "\">\n" + hidden
                + field(Field.text("code", "setup.code"), "setup.code.hint")
                + "<fieldset><legend>" + texts.html("setup.house") + "</legend>\n"
                + field(Field.text("serviceName", "setup.service-name"), "")
                + field(
                        new Field(
                                "serviceCode",
                                "setup.service-code",
                                "type=\"text\" autocomplete=\"off\" maxlength=\"6\" spellcheck=\"false\""),
                        "setup.service-code.hint")
                + country(countries) + "</fieldset>\n<fieldset><legend>" + texts.html("setup.account") + "</legend>\n"
                + field(Field.username(), "")
                + secret("password", "sign-in.password", "setup.password.hint")
                + secret("again", "setup.password-again", "")
                + "</fieldset>\n<button type=\"submit\">" + texts.html("setup.submit") + "</button>\n</form>\n";
    }

    private String field(Field field, String hint) {
        return field.html(texts, typed.apply(field.name()), hint, errors);
    }

    private String secret(String name, String label, String hint) {
        return Field.password(name, label, "new-password").html(texts, "", hint, errors);
    }

    private String country(Set<String> countries) {
        String error = errors.get(COUNTRY);
        String options = countries.stream()
                .sorted(Comparator.comparing(this::nameOf, Collator.getInstance(texts.locale())))
                .map(code -> "<option value=\"" + code + "\"" + (code.equals(typed.apply(COUNTRY)) ? " selected" : "")
                        + ">" + Texts.escape(nameOf(code)) + "</option>")
                .collect(Collectors.joining());
        return "<div class=\"field\"><label for=\"country\">" + texts.html("setup.country")
                + "</label><select id=\"country\" name=\"country\" required"
                + Field.described(COUNTRY, false, error != null) + "><option value=\"\">"
                + texts.html("setup.country.choose") + "</option>" + options + "</select>" + Field.wrong(COUNTRY, error)
                + "</div>\n";
    }

    private String nameOf(String country) {
        return Locale.of("", country).getDisplayCountry(texts.locale());
    }
}
