// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.oidc.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.openbarnahus.sdk.fuzz.Claim;
import org.openbarnahus.sdk.fuzz.Input;
import org.openbarnahus.sdk.fuzz.Tree;

/** Settings for an identity provider, as {@code name=value} lines: refused with a reason, or safe. */
public final class SettingsFuzz {
    private static final Path SECRET = secret();

    private SettingsFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Map<String, String> given = new HashMap<>();
        for (String line : new Input(data).lines(0)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                given.put(line.substring(0, equals), line.substring(equals + 1).replace("SECRET", SECRET.toString()));
            }
        }
        Settings settings;
        try {
            settings = Settings.of(config(given));
        } catch (IllegalArgumentException e) {
            Claim.that(e.getMessage() != null && !e.getMessage().isEmpty(), "a refusal has a reason");
            return;
        }
        boolean here = Boolean.parseBoolean(given.get("development_http"))
                && settings.issuer().matches("http://(localhost|127\\.0\\.0\\.1|\\[::1])([:/].*)?");
        Claim.that(settings.issuer().toLowerCase(Locale.ROOT).startsWith("https://") || here, "the provider has TLS");
        Claim.that(settings.redirect().toString().startsWith("https://"), "people come back with TLS");
        Claim.same("/sign-in/outside/return", settings.redirect().getPath(), "people come back to one place");
        Claim.that(
                !settings.acr().isEmpty()
                        || !settings.amr().isEmpty()
                        || Boolean.parseBoolean(given.get("trust_second_factor")),
                "a second factor is asked for, or trusted on purpose");
        Claim.that(
                given.toString().contains("s3cret") || !settings.toString().contains("s3cret"),
                "the secret stays out of logs");
    }

    private static OidcConfig config(Map<String, String> given) {
        return (OidcConfig) Proxy.newProxyInstance(
                SettingsFuzz.class.getClassLoader(), new Class<?>[] {OidcConfig.class}, (self, method, arguments) -> {
                    String text = given.get(method.getName());
                    if (text == null) {
                        return method.getDefaultValue();
                    }
                    if (method.getReturnType() == boolean.class) {
                        return Boolean.parseBoolean(text);
                    }
                    return method.getReturnType() == int.class ? (Object) whole(text) : text;
                });
    }

    private static int whole(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return text.hashCode();
        }
    }

    private static Path secret() {
        try {
            Path file = Tree.scratch().resolve("client.secret");
            Files.writeString(file, "s3cret");
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
