// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Security;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A token of SoftHSM, one for all tests of this JVM: the library reads its configuration (SOFTHSM2_CONF of the build) once.
 * Where SoftHSM is missing the tests fail: apt-get install softhsm2.
 */
final class SoftToken {
    static final String PIN = "1234";
    private static final Path PLACE = Path.of("target/softhsm").toAbsolutePath();
    /** Of this process: PIT runs several at a time. */
    private static final Path HOME =
            PLACE.resolve(Long.toString(ProcessHandle.current().pid()));

    private static final Path CONF = PLACE.resolve("softhsm2.conf");
    private static final Path TOKENS = HOME.resolve("tokens");
    private static final Path PINS = HOME.resolve("pin");
    private static final Path AWAY = HOME.resolve("away");
    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib64/pkcs11/libsofthsm2.so"),
            Path.of("/usr/local/lib/softhsm/libsofthsm2.so"));

    static {
        try {
            make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SoftToken() {}

    private static void make() throws IOException {
        if (!CONF.toString().equals(System.getenv("SOFTHSM2_CONF"))) {
            throw new IllegalStateException("SOFTHSM2_CONF is not " + CONF + ", which the build sets");
        }
        Files.createDirectories(TOKENS);
        String settings = "directories.tokendir = " + TOKENS + "\nobjectstore.backend = file\nlog.level = ERROR\n";
        Files.writeString(HOME.resolve("softhsm2.conf"), settings);
        tool("--init-token", "--free", "--label", "openbarnahus", "--so-pin", "567890", "--pin", PIN);
        writePin(PIN);
        try (FileChannel lock =
                FileChannel.open(PLACE.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            Files.writeString(CONF, settings);
            // the library reads the settings now, and never again
            Security.getProvider("SunPKCS11")
                    .configure("--name=First\nlibrary = " + library() + "\nslotListIndex = 0\n");
        }
    }

    private static void tool(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of("softhsm2-util"), Stream.of(arguments)).toList());
        builder.environment().put("SOFTHSM2_CONF", HOME.resolve("softhsm2.conf").toString());
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path library() {
        return LIBRARIES.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("SoftHSM is missing: apt-get install softhsm2"));
    }

    static Path pinFile() {
        return PINS;
    }

    static void writePin(String pin) throws IOException {
        Files.writeString(PINS, pin + "\n");
        Files.setPosixFilePermissions(PINS, PosixFilePermissions.fromString("rw-------"));
    }

    /** Signing in is of the whole process: a PIN is looked at only by who is signed out. */
    static void signOut() {
        try (Pkcs11Token any = new Pkcs11Token(settings("x"))) {
            any.generate();
        }
    }

    static TokenSettings settings(String key) {
        return settings(key, Duration.ofSeconds(10), Duration.ZERO);
    }

    static TokenSettings settings(String key, Duration limit, Duration pause) {
        return new TokenSettings(
                library(), "", key, new PinFile(PINS.toString(), Optional.empty(), Optional.empty()), limit, pause);
    }

    /** As if it were pulled out: every key that it holds is gone. */
    static void pullOut() throws IOException {
        Files.createDirectories(AWAY);
        for (Path file : objects()) {
            Files.move(file, AWAY.resolve(file.getFileName()));
        }
        changed();
    }

    /** What was made since then is gone for good. */
    static void empty() throws IOException {
        for (Path file : objects()) {
            Files.delete(file);
        }
        changed();
    }

    private static List<Path> objects() throws IOException {
        try (Stream<Path> files = Files.walk(token())) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> f.toString().endsWith(".object") && !f.endsWith("token.object"))
                    .toList();
        }
    }

    static void putBack() throws IOException {
        try (Stream<Path> files = Files.list(AWAY)) {
            for (Path file : files.toList()) {
                Files.move(file, token().resolve(file.getFileName()));
            }
        }
        changed();
    }

    /** SoftHSM looks at the files again when this number is another. */
    static void changed() throws IOException {
        Path generation = token().resolve("generation");
        long number = ByteBuffer.wrap(Files.readAllBytes(generation)).getLong();
        Files.write(
                generation, ByteBuffer.allocate(Long.BYTES).putLong(number + 1).array());
    }

    /** The directory of the token. */
    static Path token() throws IOException {
        try (Stream<Path> tokens = Files.list(TOKENS)) {
            return tokens.findFirst().orElseThrow();
        }
    }

    /** Settings as Declarative Services would give them. */
    record Config(String root, String library, String key, String pin, int seconds) implements KeysConfig {
        static Config file() {
            return new Config("file", "", "openbarnahus-root", "", 5);
        }

        static Config token(String key) {
            return new Config("token", SoftToken.library().toString(), key, PINS.toString(), 5);
        }

        @Override
        public String token_library() {
            return library;
        }

        @Override
        public String token_slot() {
            return "";
        }

        @Override
        public String token_key() {
            return key;
        }

        @Override
        public String token_pin_file() {
            return pin;
        }

        @Override
        public int token_seconds() {
            return seconds;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return KeysConfig.class;
        }
    }
}
