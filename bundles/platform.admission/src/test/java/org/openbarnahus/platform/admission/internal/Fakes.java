// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.platform.admission.internal;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleRevision;

/** As much of a framework as the gate looks at. */
final class Fakes {
    private Fakes() {}

    static Bundle bundle(long id, String location, long lastModified) {
        return of(Bundle.class, Map.of("getBundleId", id, "getLocation", location, "getLastModified", lastModified));
    }

    static BundleRevision revision(Bundle bundle) {
        return of(BundleRevision.class, Map.of("getBundle", bundle));
    }

    static BundleContext context(Bundle bundle) {
        return of(BundleContext.class, Map.of("getBundle", bundle));
    }

    static ServiceReference<?> service(Bundle bundle, String... types) {
        return of(ServiceReference.class, Map.of("getBundle", bundle, "getProperty:" + Constants.OBJECTCLASS, types));
    }

    static ServiceEvent registered(ServiceReference<?> reference) {
        return new ServiceEvent(ServiceEvent.REGISTERED, reference);
    }

    private static <T> T of(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "equals":
                            return proxy == arguments[0];
                        case "hashCode":
                            return System.identityHashCode(proxy);
                        case "toString":
                            return type.getSimpleName() + answers;
                        default:
                            String name = arguments == null ? method.getName() : method.getName() + ":" + arguments[0];
                            if (!answers.containsKey(name)) {
                                throw new AssertionError("nobody expected " + name);
                            }
                            return answers.get(name);
                    }
                }));
    }
}
