// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.oidc.internal;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.gate.OutsideGate.Departure;
import org.openbarnahus.core.service.gate.OutsideGate.Errand;
import org.openbarnahus.core.service.gate.OutsideGate.Kind;
import org.openbarnahus.core.service.store.SiteStore;

/** This server's side of a way to the fake provider; its clock can be moved. */
final class House {
    static final Errand SIGN_IN = new Errand(Kind.SIGN_IN, "", "/cases");

    final List<AuditEntry> trail = new ArrayList<>();
    final Map<String, Object> config = new HashMap<>();
    Duration ahead = Duration.ZERO;

    House(FakeProvider provider, Path secret) {
        config.put("issuer", provider.address());
        config.put("name", "Region");
        config.put("address", "https://hub.example.org");
        config.put("client_id", "hub");
        config.put("client_secret_file", secret.toString());
        config.put("development_http", true);
    }

    OidcGate gate() {
        Settings settings = Settings.of(config());
        return new OidcGate(settings, new Fetch(settings.transport()), store(), this::now);
    }

    Instant now() {
        return Instant.now().plus(ahead);
    }

    static Departure depart(OidcGate gate) {
        return gate.depart(SIGN_IN, "192.0.2.1").orElseThrow();
    }

    /** The configuration as Declarative Services would make it: what is not set has its default. */
    OidcConfig config() {
        return (OidcConfig) Proxy.newProxyInstance(
                House.class.getClassLoader(), new Class<?>[] {OidcConfig.class}, (self, method, arguments) -> {
                    if (method.getDeclaringClass() == Annotation.class) {
                        throw new AssertionError("not expected: " + method);
                    }
                    return config.getOrDefault(method.getName(), method.getDefaultValue());
                });
    }

    private SiteStore store() {
        return (SiteStore) Proxy.newProxyInstance(
                House.class.getClassLoader(), new Class<?>[] {SiteStore.class}, (self, method, arguments) -> {
                    if (!method.getName().equals("audit")) {
                        throw new AssertionError("not expected: " + method);
                    }
                    return trail.add((AuditEntry) arguments[0]) ? null : null;
                });
    }
}
