// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;

public class KnownPasswordsTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private static String hash(String password) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().withUpperCase().formatHex(digest);
    }

    private Path list(int length, String end) throws Exception {
        List<String> hashes = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            hashes.add(hash("known-" + i) + ":" + (i * i + 1));
        }
        hashes.sort(null);
        return Files.writeString(folder.newFile().toPath(), String.join(end, hashes) + (length == 0 ? "" : end));
    }

    @Test
    public void everyoneOfTheListIsFoundAndNobodyElse() throws Exception {
        for (String end : List.of("\n", "\r\n")) {
            for (int length : new int[] {0, 1, 2, 3, 500}) {
                KnownPasswords known = new KnownPasswords(list(length, end));
                for (int i = 0; i < length; i++) {
                    assertTrue(length + ": " + i, known.contains("known-" + i));
                    assertFalse(known.contains("unknown-" + i));
                }
                assertFalse(known.contains("unknown"));
            }
        }
    }

    @Test
    public void withoutItsLastLineBreakAndInSmallLettersItIsTheSame() throws Exception {
        Path file = folder.newFile().toPath();
        Files.writeString(file, hash("jag cyklar till skogen").toLowerCase(java.util.Locale.ROOT));
        assertTrue(new KnownPasswords(file).contains("jag cyklar till skogen"));
        assertFalse(new KnownPasswords(file).contains("jag cyklar till skolan"));
    }

    @Test
    public void whatIsOnTheListIsNoPasswordAnyMore() throws Exception {
        Path file = folder.newFile().toPath();
        Files.writeString(file, hash("jag cyklar till skogen") + ":3\n");
        List<String> context = List.of("annika.berg");
        PasswordHasher hasher = new PasswordHasher(new Argon2.Cost(64, 1, 1), new KnownPasswords(file));
        assertEquals(
                Optional.of(Problem.at(ErrorCode.PASSWORD_KNOWN, "password")),
                hasher.refusal("jag cyklar till skogen", context));
        assertEquals(Optional.empty(), hasher.refusal("jag cyklar till skolan", context));
    }

    @Test
    public void aListThatCannotBeReadLetsNothingThrough() throws IOException {
        Path missing = folder.getRoot().toPath().resolve("missing");
        assertThrows(UncheckedIOException.class, () -> new KnownPasswords(missing).contains("x"));
        Path other = Files.writeString(folder.newFile().toPath(), "password\n123456\n");
        assertThrows(UncheckedIOException.class, () -> new KnownPasswords(other).contains("x"));
    }
}
