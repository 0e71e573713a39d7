// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbarnahus.itests.Api.Answer;
import tools.jackson.databind.JsonNode;

/** The product with its root key in a token: SoftHSM, which has to be installed (apt-get install softhsm2). */
public class TokenIT {
    private static final int ATTEMPTS = 30;
    private static final int CANNOT = 3;
    private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");

    private final Path home = Distribution.unpack("token");
    private final Path data = directory("data");
    private final Path device = directory("device");
    private final Path pin = device.resolve("pin");

    public TokenIT() throws Exception {}

    private Path directory(String name) throws IOException {
        return Files.createDirectories(home.resolveSibling(
                "token-" + name + "-" + ProcessHandle.current().pid()));
    }

    private Map<String, String> environment(String root, int wait) {
        return new HashMap<>(Map.of(
                "SOFTHSM2_CONF", device.resolve("softhsm2.conf").toString(),
                "HUB_WAIT", Integer.toString(wait),
                "HUB_STORE_KEYS__ROOT", root,
                "HUB_STORE_KEYS__TOKEN_LIBRARY", LIBRARY.toString(),
                "HUB_STORE_KEYS__TOKEN_PIN_FILE", pin.toString()));
    }

    private void makeToken() throws IOException, InterruptedException {
        assertTrue("SoftHSM is missing: apt-get install softhsm2", Files.isRegularFile(LIBRARY));
        Files.createDirectories(device.resolve("tokens"));
        Files.writeString(
                device.resolve("softhsm2.conf"),
                "directories.tokendir = " + device.resolve("tokens") + "\nobjectstore.backend = file\n");
        ProcessBuilder tool = new ProcessBuilder(
                "softhsm2-util", "--init-token", "--free", "--label", "ob", "--so-pin", "567890", "--pin", "1234");
        tool.environment().put("SOFTHSM2_CONF", device.resolve("softhsm2.conf").toString());
        assertEquals(0, tool.inheritIO().start().waitFor());
        Files.writeString(pin, "1234\n");
        Files.setPosixFilePermissions(pin, PosixFilePermissions.fromString("rw-------"));
    }

    /** The keys in the token, out of it or back. */
    private void move(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".object") && !each.endsWith("token.object"))
                    .toList()) {
                Files.move(file, to.resolve(file.getFileName()));
            }
        }
        // SoftHSM looks at the files again when this number is another
        Path generation = token().resolve("generation");
        long number = ByteBuffer.wrap(Files.readAllBytes(generation)).getLong();
        Files.write(
                generation, ByteBuffer.allocate(Long.BYTES).putLong(number + 1).array());
    }

    private Path token() throws IOException {
        try (Stream<Path> tokens = Files.list(device.resolve("tokens"))) {
            return tokens.findFirst().orElseThrow();
        }
    }

    @Test
    public void theProductWorksWithItsRootInATokenAndNotWithoutIt() throws Exception {
        makeToken();
        Path away = device.resolve("away");
        int port = Distribution.freePort();
        Demo.User coordinator;
        Answer made;
        try (Hub hub = new Hub(home, data, environment("token", 300))) {
            hub.start(port, "--demo", "--demo-cases", "3");
            coordinator = Demo.of(data).named("se-coordinator");
            Api api = Demo.signIn(data, port, coordinator);
            made = api.post("/cases", Samples.swedishCase(11, ""));
            assertEquals(201, made.status());
            assertWhatIsOpenWorksWithoutTheToken(hub, api, made, away);
        }
        assertEquals(
                "openbarnahus-root-in-token/1\nkey=openbarnahus-root-1\n",
                Files.readString(data.resolve("keys/root.key")));
        assertNoStartWithoutTheToken(port, away);
        try (Hub hub = new Hub(home, data, environment("file", 300))) {
            hub.start(port);
            assertEquals(made.body(), read(port, coordinator, made));
            hub.run(0, "admin", "keys-rotate", "--root");
            hub.run(0, "admin", "keys-status");
            assertTrue(hub.said(), hub.said().contains("root key (file root.key)"));
        }
        Files.delete(data.resolve("keys/root.1.key"));
        move(token(), away);
        try (Hub hub = new Hub(home, data, environment("file", 300))) {
            hub.start(port);
            assertEquals(made.body(), read(port, coordinator, made));
        }
        assertEquals(List.of(), errorsButOfTheToken());
    }

    private void assertWhatIsOpenWorksWithoutTheToken(Hub hub, Api api, Answer made, Path away) throws Exception {
        hub.run(0, "admin", "keys-status");
        assertTrue(hub.said(), hub.said().contains("token (libsofthsm2.so, first slot), key openbarnahus-root-1"));
        move(token(), away);
        hub.run(CANNOT, "admin", "keys-status");
        assertTrue(hub.said(), hub.said().contains("the token with the root key cannot be used"));
        assertEquals(
                "what is open works on",
                made.body(),
                api.get("/cases/" + Samples.id(made)).body());
        hub.run(CANNOT, "admin", "doctor");
        assertTrue(hub.said(), hub.said().contains("WRONG root key: the token"));
        move(away, token());
        awaitTheToken(hub);
    }

    /** It is tried again by itself, a few seconds later. */
    private static void awaitTheToken(Hub hub) throws Exception {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Thread.sleep(2_000);
            try {
                hub.run(0, "admin", "keys-status");
                return;
            } catch (AssertionError e) {
                // not yet
            }
        }
        hub.run(0, "admin", "keys-status");
    }

    private void assertNoStartWithoutTheToken(int port, Path away) throws Exception {
        move(token(), away);
        Hub without = new Hub(home, data, environment("token", 25));
        without.run(CANNOT, "run", "--background", "--port", Integer.toString(port));
        assertTrue(without.said(), without.said().contains("OpenBarnahus does not start without its root key"));
        assertTrue(without.said(), without.said().contains("it has no key openbarnahus-root-1"));
        move(away, token());
    }

    private JsonNode read(int port, Demo.User user, Answer made) throws Exception {
        return Demo.signIn(data, port, user).get("/cases/" + Samples.id(made)).body();
    }

    private List<String> errorsButOfTheToken() throws IOException {
        try (Stream<String> lines = Files.lines(data.resolve("log/openbarnahus.log"))) {
            return lines.filter(line -> line.contains("\"level\":\"ERROR\""))
                    .filter(line -> !line.contains("the token with the root key"))
                    .toList();
        }
    }
}
