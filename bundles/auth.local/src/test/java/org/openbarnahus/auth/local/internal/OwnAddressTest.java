// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Where this installation is found, and whether it is a demonstration. */
public class OwnAddressTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private static ConfigurationAdmin configured(@Nullable Map<String, String> settings) {
        Dictionary<String, Object> properties = new Hashtable<>(settings == null ? Map.of() : settings);
        Configuration found = (Configuration) Proxy.newProxyInstance(
                Configuration.class.getClassLoader(),
                new Class<?>[] {Configuration.class},
                (self, method, arguments) -> properties);
        return (ConfigurationAdmin) Proxy.newProxyInstance(
                ConfigurationAdmin.class.getClassLoader(),
                new Class<?>[] {ConfigurationAdmin.class},
                (self, method, arguments) -> {
                    assertEquals("(service.pid=org.openbarnahus.auth.web)", arguments[0]);
                    return settings == null ? null : new Configuration[] {found};
                });
    }

    @Test
    public void withoutSettingsItIsThisMachineAndTheUsualPort() {
        assertEquals("https://localhost:8443", OwnAddress.localUrl(configured(null)));
        assertEquals("https://localhost:8443", OwnAddress.localUrl(configured(Map.of("port", " "))));
        assertEquals("https://localhost:9443", OwnAddress.localUrl(configured(Map.of("port", " 9443 "))));
        assertEquals("localhost", OwnAddress.host(configured(null)));
    }

    @Test
    public void passkeysBelongToTheFirstNameThatIsNoAddress() {
        assertEquals(
                "hub.example.org", OwnAddress.host(configured(Map.of("names", "192.0.2.1, hub.example.org,other"))));
        assertEquals("hub", OwnAddress.host(configured(Map.of("names", "fe80::1,hub"))));
        assertEquals("localhost", OwnAddress.host(configured(Map.of("names", "192.0.2.1"))));
    }

    @Test
    public void aDemonstrationStaysOneWhenItIsStartedAgain() throws Exception {
        Path data = folder.getRoot().toPath();
        assertFalse(new Installation(data, false).demonstration());
        assertTrue(new Installation(data, true).demonstration());
        Files.createFile(data.resolve("demo-credentials.json"));
        assertTrue(new Installation(data, false).demonstration());
        BundleContext context = (BundleContext) Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (self, method, arguments) -> arguments[0].equals("openbarnahus.data") ? data.toString() : "true");
        assertEquals(new Installation(data, true), Installation.of(context));
    }
}
