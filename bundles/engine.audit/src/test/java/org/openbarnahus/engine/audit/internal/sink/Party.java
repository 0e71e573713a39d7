// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal.sink;

import java.nio.file.Path;
import org.openbarnahus.sdk.testkit.tls.Identity;

/** One side of a connection, as our settings name its files. */
final class Party {
    private Party() {}

    static TlsFiles of(Path folder, String name, String host) throws Exception {
        return of(folder, name, host, "-1d");
    }

    /**
     * @param from when its certificate begins to be good, as {@code keytool} wants it: {@code +10d}
     */
    static TlsFiles of(Path folder, String name, String host, String from) throws Exception {
        Identity made = Identity.make(folder, name, host, from);
        return new TlsFiles(
                made.certificate().toString(),
                made.keys().toString(),
                made.password().toString());
    }
}
