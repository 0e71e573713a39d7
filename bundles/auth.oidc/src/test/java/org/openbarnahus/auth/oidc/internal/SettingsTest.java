// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.oidc.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What a deployer may configure, and what is refused with a reason. */
public class SettingsTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    static Path secret(TemporaryFolder folder, String rights) throws IOException {
        Path file = Files.writeString(folder.newFile().toPath(), "secret\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    private House house() throws Exception {
        try (FakeProvider provider = new FakeProvider()) {
            return new House(provider, secret(folder, "rw-------"));
        }
    }

    private void refused(String reason, String key, Object value) throws Exception {
        House house = house();
        house.config.put(key, value);
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Settings.of(house.config()));
        String said = String.valueOf(e.getMessage());
        assertTrue(said, said.contains(reason));
        assertFalse(said, said.contains("secret\n"));
    }

    @Test
    public void aSecondFactorIsAskedForUnlessSomebodySaysOtherwise() throws Exception {
        assertEquals(Set.of("mfa"), Settings.of(house().config()).amr());
        refused("required.acr or required.amr", "required_amr", " ");
    }

    @Test
    public void theSecretIsReadFromAFileOfItsOwnerAlone() throws Exception {
        assertEquals("secret", Settings.of(house().config()).secret());
        refused("chmod 600", "client_secret_file", secret(folder, "rw-r-----").toString());
        refused("cannot be read", "client_secret_file", "/nowhere/at/all");
    }

    @Test
    public void theProviderIsAskedOverTlsOnly() throws Exception {
        refused("https", "development_http", false);
        refused("https", "issuer", "http://provider.example.org");
        refused("https", "issuer", "http://localhost.example.org");
        refused("https", "issuer", "https://user@provider.example.org");
        refused("https", "issuer", "file:///etc/passwd");
        refused("address", "address", "http://hub.example.org");
        refused("address", "address", "https://hub.example.org/path");
    }

    @Test
    public void noLimitCanBeLifted() throws Exception {
        refused("clock.skew.seconds", "clock_skew_seconds", 61);
        refused("timeout.seconds", "timeout_seconds", 6);
        refused("response.kib", "response_kib", 2048);
        refused("max.age.minutes", "max_age_minutes", 0);
    }

    @Test
    public void nothingIsGuessed() throws Exception {
        for (String key : new String[] {"name", "address", "client_id", "client_secret_file"}) {
            refused(key.replace('_', '.'), key, "");
        }
    }
}
