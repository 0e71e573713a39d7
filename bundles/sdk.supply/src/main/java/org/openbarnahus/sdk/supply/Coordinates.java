// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.supply;

import java.util.Comparator;

/** What Maven calls an artifact; every one here is a jar. */
record Coordinates(String group, String artifact, String version, String classifier)
        implements Comparable<Coordinates> {
    private static final Comparator<Coordinates> ORDER = Comparator.comparing(Coordinates::group)
            .thenComparing(Coordinates::artifact)
            .thenComparing(Coordinates::version)
            .thenComparing(Coordinates::classifier);

    /** Of {@code group:artifact:version} or {@code group:artifact:version:classifier}. */
    static Coordinates parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length < 3 || parts.length > 4) {
            throw new IllegalArgumentException("not group:artifact:version[:classifier]: " + text);
        }
        return new Coordinates(parts[0], parts[1], parts[2], parts.length == 4 ? parts[3] : "");
    }

    /** Of a path as Maven repositories have it, from the group on. */
    static Coordinates ofRepositoryPath(String path) {
        String[] parts = path.split("/");
        int last = parts.length - 1;
        String artifact = parts[last - 2];
        String version = parts[last - 1];
        String group = String.join(".", java.util.Arrays.copyOf(parts, last - 2));
        String rest =
                parts[last].substring((artifact + "-" + version).length(), parts[last].length() - ".jar".length());
        return new Coordinates(group, artifact, version, rest.isEmpty() ? "" : rest.substring(1));
    }

    String module() {
        return group + ":" + artifact;
    }

    String fileName() {
        return artifact + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
    }

    String repositoryPath() {
        return group.replace('.', '/') + "/" + artifact + "/" + version + "/" + fileName();
    }

    String packageUrl() {
        return "pkg:maven/" + group + "/" + artifact + "@" + version.replace("+", "%2B")
                + (classifier.isEmpty() ? "" : "?classifier=" + classifier);
    }

    @Override
    public int compareTo(Coordinates other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return module() + ":" + version + (classifier.isEmpty() ? "" : ":" + classifier);
    }
}
