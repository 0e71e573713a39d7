// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import org.openbarnahus.core.service.store.KeyService;

/** The key folder of a stopped product, opened by the product's own code: how it seals is written in one place, which no package exports. */
final class KeyFolder {
    private KeyFolder() {}

    static KeyService open(Path data) throws IOException {
        try {
            Constructor<?> opening = Class.forName("org.openbarnahus.store.keys.internal.FileKeys")
                    .getDeclaredConstructor(Path.class);
            opening.setAccessible(true);
            return (KeyService) opening.newInstance(data.resolve("keys"));
        } catch (ReflectiveOperationException e) {
            throw new IOException("the keys of the product cannot be opened", e);
        }
    }
}
