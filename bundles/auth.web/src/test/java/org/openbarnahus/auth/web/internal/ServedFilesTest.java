// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URL;
import java.util.List;
import org.junit.Test;
import org.openbarnahus.core.security.Buckets;
import org.osgi.framework.Bundle;

/** Which files of a bundle go out at all. */
public class ServedFilesTest {
    private final Rates rates = new Rates(
            new Rates.Limits(new Buckets(1, 1), new Buckets(1, 1), new Buckets(1, 1), 1, 0), () -> 0, time -> {});

    /** Whatever got into a bundle's folder of files by mistake. */
    @Test
    public void whatHasAnotherEndingIsNotServed() throws IOException {
        URL there = URI.create("file:///somewhere").toURL();
        Bundle bundle = (Bundle) Proxy.newProxyInstance(
                Bundle.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> method.getName().equals("getEntry") ? there : null);
        GuardedContext full = new GuardedContext(bundle, new FakeSessions(), new PublicPaths(), rates);
        for (String served : List.of("static/icon.svg", "static/a.CSS", "static/x.js", "/static/font.woff2")) {
            assertEquals(served, there, full.getResource(served));
        }
        for (String kept : List.of(
                "static/x.js.bak",
                "static/x.java",
                "static/.git",
                "static/notes",
                "static/a.class",
                "x.properties",
                "a.svg~")) {
            assertEquals(kept, null, full.getResource(kept));
        }
    }
}
