// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.store.SiteStore;

public class KeyTrailTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final List<AuditEntry> audited = new ArrayList<>();
    private final SiteStore store = (SiteStore) Proxy.newProxyInstance(
            SiteStore.class.getClassLoader(), new Class<?>[] {SiteStore.class}, (proxy, method, arguments) -> {
                assertEquals("audit", method.getName());
                audited.add((AuditEntry) arguments[0]);
                return null;
            });

    @Test
    public void tellsWhichKeysAreInUseFromTheStartAndWhichComeAndGo() throws Exception {
        Path keys = folder.getRoot().toPath().resolve("keys");
        ServiceId house = new ServiceId(new UUID(4, 2));
        FileKeys own = new FileKeys(keys);
        KeyTrail trail = new KeyTrail(keys, store, () -> Instant.EPOCH);
        trail.look();
        assertEquals(List.of("READ root.key", "READ site.keyset"), said());
        byte[] cipher = own.encrypt(house, new byte[] {1}, "x");
        trail.look();
        trail.look();
        assertEquals(List.of("CREATE tenant-" + house + ".keyset"), said());
        Files.delete(keys.resolve("tenant-" + house + ".keyset"));
        trail.look();
        assertEquals(List.of("REMOVE tenant-" + house + ".keyset"), said());
        assertFalse(cipher.length == 0);
    }

    @Test
    public void aFileThatIsNamedAlmostLikeAKeyDoesNotEndTheTrail() throws Exception {
        Path keys = folder.getRoot().toPath().resolve("keys");
        KeyTrail trail = new KeyTrail(keys, store, () -> Instant.EPOCH);
        new FileKeys(keys);
        String odd = "tenant-" + "-".repeat(36) + ".keyset";
        Files.createFile(keys.resolve(odd));
        trail.look();
        assertEquals(List.of("READ root.key", "READ site.keyset", "READ " + odd), said());
    }

    private List<String> said() {
        List<String> lines =
                audited.stream().map(e -> e.action() + " " + e.objectId()).toList();
        audited.clear();
        return lines;
    }
}
