// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.supply;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bill of materials: CycloneDX 1.6, the same bytes for the same parts. */
final class Bill {
    static final String FILE = "openbarnahus-sbom.json";
    private static final String OUR_LICENCE = "Apache-2.0";
    private static final String PROPERTY = "openbarnahus:";

    private final Pins pins;
    private final String time;

    Bill(Pins pins, String time) {
        this.pins = pins;
        this.time = time;
    }

    /** Of files and, after each, what lies inside it. */
    String of(List<Part> parts) {
        List<Map<String, Object>> components = new ArrayList<>();
        for (Part part : parts) {
            if (part.how() == Part.How.FILE) {
                components.add(file(part, parts));
            }
        }
        Map<String, Object> bill = new LinkedHashMap<>();
        bill.put("bomFormat", "CycloneDX");
        bill.put("specVersion", "1.6");
        bill.put("serialNumber", serial(Json.write(components)));
        bill.put("version", 1);
        bill.put("metadata", metadata(version(parts)));
        bill.put("components", components);
        return Json.write(bill) + "\n";
    }

    /** Everything named in the bill, for whoever compares versions: also what others shaded into their jars, and scripts. */
    static List<Coordinates> everything(List<Part> parts) {
        List<Coordinates> all = new ArrayList<>();
        for (Part part : parts) {
            all.add(part.coordinates());
            all.addAll(Shaded.in(part));
        }
        return all;
    }

    /** A UUID (version 8, RFC 9562) of the content: another number for other parts, and the same for the same. */
    private static String serial(String components) {
        String hash = Hash.of(components.getBytes(StandardCharsets.UTF_8));
        return "urn:uuid:" + hash.substring(0, 8) + "-" + hash.substring(8, 12) + "-8" + hash.substring(13, 16) + "-8"
                + hash.substring(17, 20) + "-" + hash.substring(20, 32);
    }

    private static String version(List<Part> parts) {
        return parts.stream()
                .filter(Part::ours)
                .map(part -> part.coordinates().version())
                .findFirst()
                .orElse("");
    }

    private Map<String, Object> metadata(String version) {
        Map<String, Object> product = new LinkedHashMap<>();
        product.put("type", "application");
        product.put("bom-ref", "openbarnahus");
        product.put("group", Part.US);
        product.put("name", "openbarnahus-distribution");
        product.put("version", version);
        product.put("licenses", licence(OUR_LICENCE));
        product.put("purl", "pkg:maven/" + Part.US + "/openbarnahus-distribution@" + version + "?type=tar.gz");
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("timestamp", time);
        metadata.put("component", product);
        metadata.put(
                "properties", List.of(property("jdk", System.getProperty("java.vendor") + " " + Runtime.version())));
        return metadata;
    }

    private Map<String, Object> file(Part part, List<Part> parts) {
        Map<String, Object> component = component(part);
        List<Map<String, Object>> inside = new ArrayList<>(shaded(part));
        parts.stream().filter(one -> one.path().startsWith(part.path() + "!")).forEach(one -> {
            Map<String, Object> within = component(one);
            List<Map<String, Object>> deeper = shaded(one);
            if (!deeper.isEmpty()) {
                within.put("components", deeper);
            }
            inside.add(within);
        });
        if (!inside.isEmpty()) {
            component.put("components", inside);
        }
        return component;
    }

    private Map<String, Object> component(Part part) {
        String licence = part.ours()
                ? OUR_LICENCE
                : pins.of(part.coordinates()).map(Pin::licence).orElse(Pin.UNKNOWN);
        Map<String, Object> component = named(part.path(), part.coordinates());
        component.put("hashes", List.of(hash(part)));
        Optional.of(licence)
                .filter(known -> !known.equals(Pin.UNKNOWN))
                .ifPresent(known -> component.put("licenses", licence(known)));
        component.put("purl", part.coordinates().packageUrl());
        component.put(
                "properties",
                part.how() == Part.How.UNPACKED
                        ? List.of(property(
                                "how", "unpacked, as a whole or in part; the hash is that of the original jar"))
                        : List.of(property("path", part.path())));
        return component;
    }

    private static List<Map<String, Object>> shaded(Part part) {
        return Shaded.in(part).stream()
                .map(found -> {
                    Map<String, Object> component = named(part.path() + "#" + found, found);
                    component.put("purl", Shaded.packageUrl(found));
                    component.put(
                            "properties",
                            List.of(property("how", "inside, as its descriptor says; no file of its own")));
                    return component;
                })
                .toList();
    }

    private static Map<String, Object> named(String reference, Coordinates coordinates) {
        Map<String, Object> component = new LinkedHashMap<>();
        component.put("type", "library");
        component.put("bom-ref", reference);
        component.put("group", coordinates.group());
        component.put("name", coordinates.artifact());
        component.put("version", coordinates.version());
        return component;
    }

    private static Map<String, Object> hash(Part part) {
        Map<String, Object> hash = new LinkedHashMap<>();
        hash.put("alg", "SHA-256");
        hash.put("content", part.jar().sha256());
        return hash;
    }

    private static List<Object> licence(String expression) {
        return List.of(Map.of("expression", expression));
    }

    private static Map<String, Object> property(String name, String value) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("name", PROPERTY + name);
        property.put("value", value);
        return property;
    }
}
