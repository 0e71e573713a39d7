// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.oidc.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The configuration, checked.
 *
 * @param issuer as the provider names itself, letter by letter
 * @param redirect where the provider sends people back to
 * @param acr one of these, unless empty
 * @param amr all of these
 * @param signsOutThere whether signing out here leads to signing out there
 */
record Settings(
        String issuer,
        String name,
        URI redirect,
        String clientId,
        String secret,
        Set<String> scopes,
        Set<String> acr,
        Set<String> amr,
        Duration maxAge,
        Duration skew,
        boolean signsOutThere,
        Transport transport) {
    private static final String RETURN = "/sign-in/outside/return";
    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /**
     * How the provider is asked.
     *
     * @param plain whether addresses of this machine may do without TLS
     */
    record Transport(Duration timeout, int most, boolean plain) {
        /** Whether the provider may be asked at the address. */
        boolean allows(URI address) {
            boolean here = address.getHost() != null
                    && Set.of("localhost", "127.0.0.1", "[::1]").contains(address.getHost());
            return address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getFragment() == null
                    && ("https".equals(address.getScheme()) || (plain && here && "http".equals(address.getScheme())));
        }
    }

    /**
     * @throws IllegalArgumentException with the reason, when the configuration would not be safe or cannot work
     */
    static Settings of(OidcConfig config) {
        Transport transport = new Transport(
                Duration.ofSeconds(within(config.timeout_seconds(), 1, 5, "timeout.seconds")),
                1024 * within(config.response_kib(), 16, 1024, "response.kib"),
                config.development_http());
        String issuer = required(config.issuer(), "issuer");
        require(transport.allows(URI.create(issuer)), "issuer must be an https address");
        URI own = URI.create(required(config.address(), "address"));
        require(
                "https".equals(own.getScheme())
                        && own.getHost() != null
                        && own.getRawPath().isEmpty(),
                "address must be https, a name and perhaps a port");
        Set<String> acr = words(config.required_acr(), ",");
        Set<String> amr = config.trust_second_factor() && config.required_amr().equals("mfa")
                ? Set.of()
                : words(config.required_amr(), ",");
        require(
                config.trust_second_factor() || !acr.isEmpty() || !amr.isEmpty(),
                "required.acr or required.amr must say how the provider tells of a second factor");
        return new Settings(
                issuer,
                required(config.name(), "name"),
                own.resolve(RETURN),
                required(config.client_id(), "client.id"),
                secret(Path.of(required(config.client_secret_file(), "client.secret.file"))),
                words("openid " + config.scopes(), " "),
                acr,
                amr,
                Duration.ofMinutes(within(config.max_age_minutes(), 1, 480, "max.age.minutes")),
                Duration.ofSeconds(within(config.clock_skew_seconds(), 0, 60, "clock.skew.seconds")),
                config.sign_out_there(),
                transport);
    }

    /** Where the provider sends a browser that has signed out there. */
    URI afterSignOut() {
        return redirect.resolve("/sign-in?out=1");
    }

    private static String secret(Path file) {
        try {
            require(
                    OWNER.containsAll(Files.getPosixFilePermissions(file)),
                    "client.secret.file must be readable by its owner alone: chmod 600");
            return required(Files.readString(file), "the secret in client.secret.file");
        } catch (IOException e) {
            throw new IllegalArgumentException("client.secret.file cannot be read", e);
        }
    }

    private static Set<String> words(String text, String separator) {
        return Stream.of(text.split(separator, -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String required(String value, String name) {
        require(!value.isBlank(), name + " is missing");
        return value.strip();
    }

    private static int within(int value, int least, int most, String name) {
        require(value >= least && value <= most, name + " must be " + least + " to " + most);
        return value;
    }

    private static void require(boolean right, String reason) {
        if (!right) {
            throw new IllegalArgumentException(reason);
        }
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "Settings[" + issuer + "]";
    }
}
