// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.platform.admission.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the manifest of somebody else's jar may ask for. It may import what is published for plugins, and nothing else; it may
 * not reach into others' bundles, nor bring packages that others could be wired to in place of ours.
 */
final class Manners {
    private static final List<String> FORBIDDEN_HEADERS = List.of(
            "Fragment-Host",
            "DynamicImport-Package",
            "Require-Bundle",
            "Bundle-NativeCode",
            "Export-Package",
            "Bundle-Activator",
            "ExtensionBundle-Activator",
            "Import-Bundle",
            "Import-Library",
            "Meta-Persistence",
            "SPI-Consumer",
            "SPI-Provider");

    /** With all below them. */
    private static final List<String> TREES = List.of(
            "org.openbarnahus.spi",
            "org.openbarnahus.core.model",
            "org.osgi.annotation",
            "com.vaadin.flow.component",
            "com.vaadin.flow.data");

    /** Without what is below them. */
    private static final Set<String> PACKAGES = Set.of(
            "org.openbarnahus.rest.api",
            "org.openbarnahus.ui.kit.form",
            "org.openbarnahus.ui.kit.text",
            "org.openbarnahus.ui.kit.view",
            "org.openbarnahus.ui.kit.widget",
            "org.osgi.service.component",
            "org.osgi.service.component.annotations",
            "org.jspecify.annotations",
            "org.slf4j",
            "jakarta.ws.rs",
            "jakarta.ws.rs.core",
            "tools.jackson.core",
            "tools.jackson.databind",
            "tools.jackson.databind.node",
            "com.vaadin.flow.dom",
            "com.vaadin.flow.function");

    private static final Set<String> MAY_REQUIRE = Set.of("osgi.ee", "osgi.extender", "osgi.service");
    private static final Set<String> MAY_PROVIDE = Set.of("osgi.service", "openbarnahus.country");
    private static final List<String> READ =
            List.of("Bundle-SymbolicName", "Import-Package", "Require-Capability", "Provide-Capability");
    private static final String OURS = "org.openbarnahus.";

    /** Gives the value of a header, null when there is none. */
    @FunctionalInterface
    interface Headers {
        @Nullable
        String apply(String header);
    }

    private Manners() {}

    /** The first header that asks for too much, with what it asks for. */
    static Optional<String> bad(Headers headers) {
        for (String header : FORBIDDEN_HEADERS) {
            if (headers.apply(header) != null) {
                return Optional.of(header);
            }
        }
        // a framework and we might read a quote behind a backslash in two ways
        Optional<String> tricky = READ.stream()
                .filter(h -> Optional.ofNullable(headers.apply(h)).orElse("").indexOf('\\') >= 0)
                .findFirst();
        if (tricky.isPresent()) {
            return tricky;
        }
        // older manifests mean other things by the same words
        if (!"2".equals(headers.apply("Bundle-ManifestVersion"))) {
            return Optional.of("Bundle-ManifestVersion");
        }
        String name =
                names(headers.apply("Bundle-SymbolicName")).stream().findFirst().orElse("");
        if (name.isEmpty() || name.startsWith(OURS)) {
            return Optional.of("Bundle-SymbolicName: " + name);
        }
        return first("Import-Package", headers, Manners::published)
                .or(() -> first("Require-Capability", headers, MAY_REQUIRE::contains))
                .or(() -> first("Provide-Capability", headers, MAY_PROVIDE::contains));
    }

    /** What may be imported; {@code java.} needs no import and cannot be refused. */
    static boolean published(String name) {
        return PACKAGES.contains(name)
                || name.startsWith("java.")
                || TREES.stream().anyMatch(tree -> name.equals(tree) || name.startsWith(tree + "."));
    }

    private static Optional<String> first(String header, Headers headers, Predicate<String> allowed) {
        return names(headers.apply(header)).stream()
                .filter(n -> !allowed.test(n))
                .findFirst()
                .map(n -> header + ": " + n);
    }

    /** The paths of all clauses; {@code a;b;version="[1,2)",c} gives a, b, c. */
    static List<String> names(@Nullable String header) {
        List<String> names = new ArrayList<>();
        if (header != null) {
            for (String clause : split(header, ',')) {
                for (String part : split(clause, ';')) {
                    if (part.indexOf('=') < 0 && !part.isBlank()) {
                        names.add(part.strip());
                    }
                }
            }
        }
        return names;
    }

    private static List<String> split(String text, char at) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            quoted ^= c == '"';
            if (c == at && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
