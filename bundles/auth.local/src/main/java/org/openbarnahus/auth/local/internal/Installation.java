// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.osgi.framework.BundleContext;

/**
 * Where this installation keeps its state, and whether it is a demonstration.
 *
 * @param data the data directory, owned by whoever runs the product
 */
record Installation(Path data, boolean demo) {
    private static final String DEMO_FILE = "demo-credentials.json";

    /** Begun as a demonstration, or started again: it keeps the file with everybody's password. */
    boolean demonstration() {
        return demo || Files.exists(data.resolve(DEMO_FILE));
    }

    static Installation of(BundleContext context) {
        return new Installation(
                Path.of(Objects.requireNonNull(
                        context.getProperty("openbarnahus.data"), "openbarnahus.data is not set")),
                Boolean.parseBoolean(context.getProperty("openbarnahus.demo")));
    }
}
