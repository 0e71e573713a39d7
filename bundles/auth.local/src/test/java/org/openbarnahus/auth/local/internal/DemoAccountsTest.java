// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.StoreUnavailableException;

public class DemoAccountsTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final FakeStore store = new FakeStore();
    private final CountingHasher hasher = new CountingHasher(64);

    private DemoAccounts demo() {
        return new DemoAccounts(
                store,
                new FakeSignInStore(store),
                hasher,
                () -> Instant.EPOCH,
                folder.getRoot().toPath(),
                () -> "https://localhost:9443");
    }

    private Path file() {
        return folder.getRoot().toPath().resolve("demo-credentials.json");
    }

    @Test
    public void everyRoleAndAgencyHasAnAccountInEachHouseThatItsFileOpens() throws IOException {
        demo().make();
        for (var house : DemoPlan.HOUSES) {
            var own = store.accounts(house.id());
            assertEquals(
                    Set.of(Role.values()),
                    own.stream().flatMap(a -> a.roles().stream()).collect(Collectors.toSet()));
            assertEquals(
                    Set.of(Agency.values()), own.stream().map(a -> a.agency()).collect(Collectors.toSet()));
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        String text = Files.readString(file());
        assertTrue(
                text,
                text.startsWith("{\"baseUrl\": \"https://localhost:9443\", \"caCertificate\": \"etc/tls/ca.pem\""));
        Matcher user = Pattern.compile(
                        "\"username\": \"([^\"]+)\", \"password\": \"([^\"]+)\", \"totpSecret\": \"([A-Z2-7]{32})\"")
                .matcher(text);
        int users = 0;
        while (user.find()) {
            users++;
            var account = store.stored(user.group(1));
            assertTrue(Argon2.matches(user.group(2), account.passwordHash()));
            assertEquals(user.group(3), Base32.encode(account.otpSecret()));
        }
        assertEquals(20, users);
    }

    @Test
    public void anInterruptedStartIsTakenUpAndAFinishedOneLeftAlone() throws IOException {
        store.down = true;
        assertThrows(StoreUnavailableException.class, () -> demo().make());
        assertFalse(Files.exists(file()));
        store.down = false;
        store.houses.remove(1);
        demo().make();
        String first = Files.readString(file());
        Files.delete(file());
        demo().make();
        assertEquals(20, store.countAccounts());
        String second = Files.readString(file());
        assertFalse(first.equals(second));
        demo().make();
        assertEquals(second, Files.readString(file()));
    }
}
