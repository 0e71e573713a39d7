// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A real identity provider on this machine: Keycloak's own distribution with one realm, one client and two invented people. */
final class Keycloak implements AutoCloseable {
    /** Base32 of the seed in the realm file. */
    static final String TOTP = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    static final String PASSWORD = "invented-password-1";
    static final String SECRET = "invented-client-secret";
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private final Process process;
    private final int port;

    private Keycloak(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * @param hub address of the product
     */
    static Keycloak start(Path archive, String hub) throws IOException, InterruptedException {
        Path home = Path.of("target", "keycloak").toAbsolutePath();
        // its first start builds itself, which takes longest: kept from run to run, without its data
        if (!Files.exists(home.resolve("version.txt"))) {
            Files.createDirectories(home);
            run("tar", "xzf", archive.toString(), "-C", home.toString(), "--strip-components=1");
        }
        run("rm", "-rf", home.resolve("data").toString());
        Files.createDirectories(home.resolve("data/import"));
        Files.writeString(home.resolve("data/import/barnahus-realm.json"), realm(hub));
        int port = Distribution.freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--cache=local",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile());
        builder.environment()
                .putAll(Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS_KC_HEAP", "-Xmx400m"));
        Keycloak keycloak = new Keycloak(builder.start(), port);
        keycloak.await();
        return keycloak;
    }

    /** Of this moment; the realm lets one be used again, so that tests need not wait. */
    static String code() {
        return Totp.code(TOTP, System.currentTimeMillis() / 30_000);
    }

    String issuer() {
        return "http://127.0.0.1:" + port + "/realms/barnahus";
    }

    private static String realm(String hub) throws IOException {
        try (InputStream in = Objects.requireNonNull(Keycloak.class.getResourceAsStream("/keycloak-realm.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@ADDRESS@", hub)
                    .replace("@SECRET@", SECRET)
                    .replace("@PASSWORD@", PASSWORD);
        }
    }

    private void await() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (client.send(request, BodyHandlers.ofString()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not yet
            }
            Thread.sleep(500);
        }
        close();
        throw new IOException("Keycloak does not answer: see target/keycloak/log");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException("failed: " + String.join(" ", command));
        }
    }

    /** The script becomes Java itself; its children, if any, go too. */
    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
