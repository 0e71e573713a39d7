// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Jars as somebody outside makes them: compiled here, against what the distribution brings. */
final class ForeignJar {
    /** Asks the registry for what is none of its business, and for what is; its id tells what it was given. */
    private static final String SPY = """
            package org.example.spy;
            import java.time.LocalDate;
            import java.util.List;
            import java.util.concurrent.atomic.AtomicInteger;
            import org.openbarnahus.core.model.casefile.CaseHistory;
            import org.openbarnahus.core.model.rule.Verdict;
            import org.openbarnahus.spi.rule.LegalRule;
            public final class Spy implements LegalRule {
                private final AtomicInteger hidden = new AtomicInteger();
                private final AtomicInteger published = new AtomicInteger();
                public void hidden(Object service) { hidden.incrementAndGet(); }
                public void published(Object service) { published.incrementAndGet(); }
                public String id() { return "example.spy.hidden" + hidden + ".published" + published; }
                public String country() { return "SE"; }
                public List<Verdict> evaluate(CaseHistory history, LocalDate asOf) { return List.of(); }
            }
            """;

    private static final List<String> HIDDEN = List.of(
            "org.openbarnahus.core.service.store.SiteStore",
            "org.openbarnahus.core.service.SessionService",
            "org.openbarnahus.core.service.gate.AccessGate",
            "org.openbarnahus.platform.admission.Admission",
            "org.osgi.service.cm.ConfigurationAdmin",
            "org.apache.karaf.features.FeaturesService");

    private final Path home;
    private final Path work;

    ForeignJar(Path home, Path work) {
        this.home = home;
        this.work = work;
    }

    /** The example of the guide for plugin authors, whose manifest gets more headers, or other values for its own. */
    Path firstTalk(Path jar, Map<String, String> headers) throws IOException {
        Path sample = Path.of("../../docs/samples/plugin").toAbsolutePath().normalize();
        return make(jar, compiled(sample, "org/example/firsttalk/FirstTalk.java"), sample, headers);
    }

    Path spy(Path jar) throws IOException {
        Path sources = work.resolve("spy");
        write(sources.resolve("org/example/spy/Spy.java"), SPY);
        String wanted = HIDDEN.stream().map(type -> reference(type, "hidden")).collect(Collectors.joining());
        write(
                sources.resolve("OSGI-INF/rule.xml"),
                """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="org.example.spy">
                  <implementation class="org.example.spy.Spy"/>
                  <service><provide interface="org.openbarnahus.spi.rule.LegalRule"/></service>
                """ + wanted + reference("org.openbarnahus.spi.privacy.IdentifierDetector", "published")
                        + "</scr:component>\n");
        Files.copy(
                Path.of("../../docs/samples/plugin/MANIFEST.MF"),
                Files.createDirectories(sources).resolve("MANIFEST.MF"));
        return make(
                jar,
                compiled(sources, "org/example/spy/Spy.java"),
                sources,
                Map.of("Bundle-SymbolicName", "org.example.spy", "Bundle-Name", "Spy"));
    }

    /** The last of its bytes is in the comment of the archive or in its directory: the program is still whole. */
    static void spoil(Path jar) throws IOException {
        byte[] bytes = Files.readAllBytes(jar);
        byte[] longer = java.util.Arrays.copyOf(bytes, bytes.length + 1);
        longer[bytes.length - 2] = 1;
        longer[bytes.length] = 'x';
        Files.write(jar, longer);
    }

    private static String reference(String type, String method) {
        return "  <reference name=\"%s\" interface=\"%s\" cardinality=\"0..1\" bind=\"%s\"/>%n"
                .formatted(type.replace('.', '_'), type, method);
    }

    private Path compiled(Path sources, String file) throws IOException {
        Path classes =
                Files.createDirectories(work.resolve("classes-" + Path.of(file).getFileName()));
        String path;
        try (Stream<Path> jars = Files.walk(home.resolve("system/org/openbarnahus"))) {
            path = jars.map(Path::toString).filter(j -> j.endsWith(".jar")).collect(Collectors.joining(":"));
        }
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--release",
                        "21",
                        "-proc:none",
                        "-nowarn",
                        "-cp",
                        path,
                        "-d",
                        classes.toString(),
                        sources.resolve(file).toString());
        assertEquals("javac " + file, 0, code);
        return classes;
    }

    private static Path make(Path jar, Path classes, Path sources, Map<String, String> headers) throws IOException {
        Manifest manifest;
        try (InputStream in = Files.newInputStream(sources.resolve("MANIFEST.MF"))) {
            manifest = new Manifest(in);
        }
        headers.forEach(manifest.getMainAttributes()::putValue);
        Map<String, Path> entries = new TreeMap<>();
        entries.put("OSGI-INF/rule.xml", sources.resolve("OSGI-INF/rule.xml"));
        try (Stream<Path> files = Files.walk(classes)) {
            files.filter(Files::isRegularFile)
                    .forEach(f -> entries.put(classes.relativize(f).toString(), f));
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream archive = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, Path> entry : entries.entrySet()) {
                archive.putNextEntry(new JarEntry(entry.getKey()));
                new ByteArrayInputStream(Files.readAllBytes(entry.getValue())).transferTo(archive);
            }
        }
        return jar;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
