// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.platform.admission.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openbarnahus.platform.admission.NotAdmittedException;
import org.openbarnahus.platform.admission.Refusal.Reason;

/** The jars in the site's folder of plugins. Each is read once, whole: what was verified is what is installed. */
final class JarFiles {
    static final String JAR = ".jar";
    static final String SIGNATURE = ".sig";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,80}");
    private static final int LARGEST = 50 << 20;
    private static final int LONGEST_SIGNATURE = 1000;

    private final Path folder;

    JarFiles(Path folder) {
        this.folder = folder;
    }

    /** Without their ending; files of another form of name are none. */
    List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(JAR))
                    .map(n -> n.substring(0, n.length() - JAR.length()))
                    .filter(n -> NAME.matcher(n).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    byte[] bytes(String name) throws NotAdmittedException {
        if (!NAME.matcher(name).matches()) {
            throw new NotAdmittedException(Reason.UNREADABLE, "name");
        }
        return read(folder.resolve(name + JAR), LARGEST);
    }

    /** Empty text when there is no signature. */
    String signature(String name) throws NotAdmittedException {
        Path file = folder.resolve(name + JAR + SIGNATURE);
        return Files.exists(file) ? new String(read(file, LONGEST_SIGNATURE), StandardCharsets.US_ASCII) : "";
    }

    /** For showing only: the framework's own reading is what decides. */
    Attributes manifest(String name) throws NotAdmittedException {
        try (JarFile jar = new JarFile(folder.resolve(name + JAR).toFile(), false)) {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                throw new NotAdmittedException(Reason.UNREADABLE, "META-INF/MANIFEST.MF");
            }
            return manifest.getMainAttributes();
        } catch (IOException e) {
            throw new NotAdmittedException(Reason.UNREADABLE, "jar");
        }
    }

    private static byte[] read(Path file, int largest) throws NotAdmittedException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new NotAdmittedException(Reason.UNREADABLE, "size");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new NotAdmittedException(Reason.UNREADABLE, "missing");
        } catch (IOException e) {
            throw new NotAdmittedException(Reason.UNREADABLE, "file");
        }
    }
}
