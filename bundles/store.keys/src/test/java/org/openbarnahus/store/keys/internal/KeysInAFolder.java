// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.id.ServiceId;

/** Keys of two houses in files of their own, which go away with the test. */
public abstract class KeysInAFolder {
    static final ServiceId LINKOPING = new ServiceId(new UUID(1, 1));
    static final ServiceId OSLO = new ServiceId(new UUID(2, 2));
    static final byte[] PLAIN = "a short note".getBytes(UTF_8);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    Path directory;
    FileKeys keys;

    @Before
    public void open() {
        directory = folder.getRoot().toPath().resolve("keys");
        keys = new FileKeys(directory);
    }
}
