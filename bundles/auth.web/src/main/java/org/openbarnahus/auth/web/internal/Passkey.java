// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

/** What forms need to work with passkeys; the script shows the buttons where the browser can. */
final class Passkey {
    /** What a page contains that needs the script. */
    static final String MARK = "data-passkey=";

    private Passkey() {}

    static Field recoveryCode() {
        return new Field(
                "otp",
                "sign-in.recovery",
                "class=\"code\" type=\"text\" autocomplete=\"off\" spellcheck=\"false\" maxlength=\"48\"");
    }

    /** The usual field for six digits. */
    static Field code() {
        return new Field(
                "otp",
                "sign-in.code",
                "class=\"code\" type=\"text\" inputmode=\"numeric\" autocomplete=\"one-time-code\" maxlength=\"7\"");
    }

    static String use(Texts texts) {
        return button(texts, "get", "passkey.use", "");
    }

    /**
     * @param options JSON of PublicKeyCredentialCreationOptions
     */
    static String make(Texts texts, String options) {
        return button(texts, "create", "passkey.make", " data-options=\"" + Texts.escape(options) + "\"");
    }

    private static String button(Texts texts, String kind, String label, String more) {
        return "<input type=\"hidden\" name=\"passkey\">\n<button class=\"second\" type=\"button\" hidden data-passkey=\""
                + kind + "\"" + more + ">" + texts.html(label)
                + "</button>\n<p class=\"wrong\" role=\"alert\" hidden data-passkey-failed>"
                + texts.html("passkey.failed") + "</p>\n";
    }
}
