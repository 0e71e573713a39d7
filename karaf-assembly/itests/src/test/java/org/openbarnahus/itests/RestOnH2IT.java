// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.AfterClass;
import org.junit.BeforeClass;

/** REST on the embedded database. */
public class RestOnH2IT extends RestContract {
    private static @Nullable DemoProduct product;

    @BeforeClass
    public static void start() throws Exception {
        product = DemoProduct.start("rest-h2", Map.of());
    }

    @AfterClass
    public static void stop() throws Exception {
        if (product != null) {
            product.close();
        }
    }

    @Override
    Running product() {
        return product.running();
    }

    @Override
    Api coordinator() {
        return product.coordinator();
    }
}
