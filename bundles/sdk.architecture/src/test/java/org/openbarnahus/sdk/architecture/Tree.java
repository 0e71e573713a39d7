// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the tree of files promises. Each method gives back what breaks the promise. */
final class Tree {
    private static final Pattern PARENT = Pattern.compile("<parent>.*?</parent>", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");
    private static final Pattern VERSION = Pattern.compile("<version>([^<$][^<]*)</version>");
    private static final Pattern MAVEN_URL = Pattern.compile("mvn:[^/<\\s]+/([^/<\\s]+)/([^</\\s]+)");
    private static final Pattern COUNTRY = Pattern.compile("[a-z]{2}(-[a-z]{2,3})?");

    private final Path root;

    Tree(Path root) {
        this.root = root;
    }

    /** Folder = artifactId = Bundle-SymbolicName = root package. */
    List<String> misnamed() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String bundle : bundles()) {
            Path home = root.resolve("bundles").resolve(bundle);
            String name = Layers.ROOT + bundle;
            if (!artifactId(home).equals(name)) {
                wrong.add(bundle + ": artifactId is " + artifactId(home));
            }
            Path manifest = home.resolve("target/classes/META-INF/MANIFEST.MF");
            if (Files.exists(manifest) && !Files.readString(manifest).contains("Bundle-SymbolicName: " + name)) {
                wrong.add(bundle + ": another Bundle-SymbolicName");
            }
            Path sources = home.resolve("src/main/java");
            Path ours = sources.resolve(name.replace('.', '/'));
            files(sources, ".java")
                    .filter(file -> !file.startsWith(ours))
                    .forEach(file -> wrong.add(bundle + ": " + file));
        }
        return wrong;
    }

    /** Every bundle is in exactly one feature; the sdk is for building, not for running. */
    List<String> notInOneFeature() throws IOException {
        List<String> named = new ArrayList<>();
        for (Path file : features()) {
            Matcher url = MAVEN_URL.matcher(uncommented(file));
            while (url.find()) {
                named.add(url.group(1));
            }
        }
        return bundles().stream()
                .filter(bundle -> !Layers.word(bundle).equals("sdk"))
                .map(bundle -> Layers.ROOT + bundle)
                .filter(name -> named.stream().filter(name::equals).count() != 1)
                .toList();
    }

    /** A country's pack has its bundle, and a country's bundle its pack. */
    List<String> lonelyCountries() throws IOException {
        Set<String> packs = directories("schemas").stream()
                .filter(name -> COUNTRY.matcher(name).matches())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> plugins = bundles().stream()
                .filter(bundle -> Layers.word(bundle).equals("country"))
                .map(bundle -> bundle.substring("country.".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> lonely = new TreeSet<>(packs);
        lonely.addAll(plugins);
        lonely.removeIf(code -> packs.contains(code) && plugins.contains(code));
        return List.copyOf(lonely);
    }

    /** Versions stand in the root pom and nowhere else. */
    List<String> strayVersions() throws IOException {
        List<String> stray = new ArrayList<>();
        for (String top : List.of("bundles", "features", "karaf-assembly")) {
            for (Path pom : files(root.resolve(top), "pom.xml").toList()) {
                Matcher version =
                        VERSION.matcher(PARENT.matcher(uncommented(pom)).replaceAll(""));
                while (version.find()) {
                    stray.add(root.relativize(pom) + ": " + version.group(1));
                }
            }
        }
        for (Path feature : features()) {
            Matcher url = MAVEN_URL.matcher(uncommented(feature));
            while (url.find()) {
                if (!url.group(2).startsWith("${")) {
                    stray.add(root.relativize(feature) + ": " + url.group());
                }
            }
        }
        return stray;
    }

    private List<String> bundles() throws IOException {
        return directories("bundles").stream()
                .filter(name ->
                        Files.exists(root.resolve("bundles").resolve(name).resolve("pom.xml")))
                .toList();
    }

    private List<Path> features() throws IOException {
        return files(root.resolve("features"), "feature.xml").toList();
    }

    private List<String> directories(String parent) throws IOException {
        Path folder = root.resolve(parent);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** Source files only: nothing built or downloaded. */
    private static Stream<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all
                    .filter(file -> file.toString().endsWith(ending))
                    .filter(file -> Stream.of("target", "node_modules")
                            .noneMatch(
                                    part -> folder.relativize(file).toString().contains(part + "/")))
                    .toList()
                    .stream();
        }
    }

    private static String artifactId(Path bundle) throws IOException {
        Matcher id = ARTIFACT.matcher(
                PARENT.matcher(uncommented(bundle.resolve("pom.xml"))).replaceAll(""));
        return id.find() ? id.group(1) : "";
    }

    private static String uncommented(Path file) throws IOException {
        return COMMENT.matcher(Files.readString(file)).replaceAll("");
    }
}
