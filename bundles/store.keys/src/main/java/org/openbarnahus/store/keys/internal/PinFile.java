// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * Where the PIN of the token's user is read, each time that somebody signs in to the token. Never in the configuration, never
 * in the data directory: whoever copies that must not have the key and the way to use it.
 *
 * @param named the setting
 * @param data the data directory
 * @param credentials the directory that systemd has made for this process
 */
record PinFile(String named, Optional<Path> data, Optional<Path> credentials) {
    private static final String CREDENTIAL = "credential:";
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");
    private static final int LONGEST = 256;

    /** Of this process. */
    static PinFile of(String named) {
        return new PinFile(
                named,
                Optional.ofNullable(System.getProperty("openbarnahus.data")).map(Path::of),
                Optional.ofNullable(System.getenv("CREDENTIALS_DIRECTORY")).map(Path::of));
    }

    /**
     * The first line.
     *
     * @throws IllegalStateException when there is none, or others than the owner could have read it
     */
    char[] read() {
        if (named.isBlank()) {
            throw new IllegalStateException(
                    "token.pin.file is not set in etc/org.openbarnahus.store.keys.cfg: name a file of mode 0600"
                            + " outside the data directory, or credential:NAME");
        }
        Path file = named.startsWith(CREDENTIAL) ? credential() : ownFile();
        try {
            if (Files.size(file) > LONGEST) {
                throw new IllegalStateException(file + " is no PIN: it is too long");
            }
            String pin = Files.readString(file).lines().findFirst().orElse("").strip();
            if (pin.isEmpty()) {
                throw new IllegalStateException(file + " is empty: its first line is the PIN of the token");
            }
            return pin.toCharArray();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Whose rights systemd has seen to. */
    private Path credential() {
        String name = named.substring(CREDENTIAL.length());
        Path directory = credentials.orElseThrow(() -> new IllegalStateException("token.pin.file is " + named
                + " but this process has no credentials of systemd: add LoadCredentialEncrypted= to its unit"));
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalStateException("token.pin.file names no credential: " + named);
        }
        return directory.resolve(name);
    }

    private Path ownFile() {
        try {
            Path file = Path.of(named).toRealPath();
            if (data.isPresent() && file.startsWith(data.get().toRealPath())) {
                throw new IllegalStateException(file
                        + " lies in the data directory: whoever copies that would have the PIN too; move it elsewhere");
            }
            if (!OWNER.containsAll(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS))) {
                throw new IllegalStateException(
                        file + " can be read by others than its owner: chmod go-rwx it, and change the PIN");
            }
            return file;
        } catch (IOException e) {
            throw unreadable(Path.of(named), e);
        }
    }

    private static IllegalStateException unreadable(Path file, IOException cause) {
        return new IllegalStateException("the PIN of the token cannot be read from " + file, cause);
    }
}
