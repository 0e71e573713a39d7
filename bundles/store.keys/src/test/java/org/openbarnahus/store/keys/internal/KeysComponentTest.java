// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.service.store.KeyService;

/** Nothing meets keys that are not open. */
public class KeysComponentTest {
    private static final Duration SOON = Duration.ofMillis(50);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final BlockingQueue<KeyService> registered = new LinkedBlockingQueue<>();
    private final AtomicInteger withdrawn = new AtomicInteger();
    private Path directory = Path.of("");

    @Before
    public void place() {
        directory = folder.getRoot().toPath().resolve("keys");
    }

    @After
    public void rightPin() throws IOException {
        SoftToken.writePin(SoftToken.PIN);
    }

    private KeysComponent component(KeysConfig config) {
        return new KeysComponent(
                keys -> {
                    registered.add(keys);
                    return withdrawn::incrementAndGet;
                },
                directory,
                config,
                SOON);
    }

    @Test
    public void keysInAFileAreThereAtOnceAndGoWithTheComponent() {
        KeysComponent component = component(SoftToken.Config.file());
        assertEquals("file root.key", registered.remove().root().place());
        component.close();
        assertEquals(1, withdrawn.get());
    }

    @Test
    public void withATokenThatIsAwayNothingIsRegisteredUntilItIsThere() throws Exception {
        String label = "c" + UUID.randomUUID().toString().substring(0, 8);
        SoftToken.signOut();
        SoftToken.writePin("0000");
        KeysComponent component = component(SoftToken.Config.token(label));
        assertEquals(null, registered.poll(300, TimeUnit.MILLISECONDS));
        SoftToken.writePin(SoftToken.PIN);
        KeyService keys = registered.poll(60, TimeUnit.SECONDS);
        assertTrue(keys != null && keys.root().place().endsWith(label + "-1"));
        component.close();
        assertEquals(1, withdrawn.get());
    }

    @Test
    public void whoWaitsForATokenCanBeEnded() throws Exception {
        SoftToken.signOut();
        SoftToken.writePin("0001");
        KeysComponent component = component(SoftToken.Config.token("never"));
        component.close();
        SoftToken.writePin(SoftToken.PIN);
        assertEquals(null, registered.poll(300, TimeUnit.MILLISECONDS));
        assertEquals(0, withdrawn.get());
    }

    @Test
    public void wrongSettingsAreRefused() {
        SoftToken.Config good = SoftToken.Config.token("k");
        for (KeysConfig wrong : new KeysConfig[] {
            new SoftToken.Config("cloud", "", "k", "", 5),
            new SoftToken.Config("token", "", "k", "", 5),
            new SoftToken.Config("token", "/nowhere/lib.so", "k", good.pin(), 5),
            new SoftToken.Config("token", good.library(), "K!", good.pin(), 5),
        }) {
            assertThrows(IllegalStateException.class, () -> component(wrong));
        }
        assertTrue(registered.isEmpty());
    }

    @Test
    public void keysThatOthersCanReadAreRefused() throws IOException {
        java.nio.file.Files.createDirectory(directory);
        java.nio.file.Files.setPosixFilePermissions(
                directory, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-x---"));
        assertThrows(IllegalStateException.class, () -> component(SoftToken.Config.file()));
        assertTrue(registered.isEmpty());
    }
}
