// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * H2's way to its files, with {@link H2File#recover} at every opening, whoever causes it: also a pool that makes a new connection
 * when H2 has closed itself by its own fault would open the file as it is, and the newest writes could be missing.
 *
 * <p>Beneath is the channel that an interrupt does not close. Java closes an ordinary file channel under everybody when one
 * thread that reads or writes is interrupted, and H2 stays closed until the process ends.
 */
public final class H2Opening extends FilePathWrapper {
    private static final String SCHEME = "openbarnahus";
    private static final String BENEATH = "async:";
    private static final Map<String, H2File> FILES = new ConcurrentHashMap<>();

    /** H2 makes one for each file that it looks at. */
    public H2Opening() {}

    /** Gives the URL of a file of H2 by which it is opened whole. */
    static String url(String url, String prefix, H2File file) {
        FilePath.register(new H2Opening());
        FILES.put(BENEATH + file.file(), file);
        return "jdbc:h2:" + SCHEME + ":" + BENEATH + url.substring(prefix.length());
    }

    /** Forgets a file and its key. */
    static void forget(H2File file) {
        FILES.remove(BENEATH + file.file());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        String name = unwrap().toString();
        H2File file = FILES.get(name);
        if (file != null) {
            recover(file);
        } else if (name.endsWith(H2File.ENDING)) {
            throw new IOException("not a database of this product");
        }
        return super.open(mode);
    }

    /** H2 knows what to do with this kind of exception. */
    private static void recover(H2File file) throws IOException {
        try {
            file.recover();
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }
}
