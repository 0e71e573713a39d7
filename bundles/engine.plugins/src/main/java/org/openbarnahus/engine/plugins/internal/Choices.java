// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.plugins.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * What was switched on the Plugins page, kept in {@code DIR/plugins.state}: the container forgets it when the distribution is
 * updated. One line a plugin: {@code openbarnahus-country-se=on}.
 */
@Component(service = Choices.class)
public final class Choices {
    private final Path file;

    @Activate
    public Choices() {
        this(Path.of(System.getProperty("openbarnahus.data", "."), "plugins.state"));
    }

    Choices(Path file) {
        this.file = file;
    }

    /** Whether somebody chose on or off; empty when nobody did. */
    synchronized Optional<Boolean> of(String plugin) {
        return Optional.ofNullable(read().get(plugin)).map("on"::equals);
    }

    synchronized void keep(String plugin, boolean on) {
        Map<String, String> choices = read();
        choices.put(plugin, on ? "on" : "off");
        String text = choices.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue() + "\n")
                .collect(Collectors.joining());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The plugins that somebody chose to switch on. */
    synchronized List<String> on() {
        return read().entrySet().stream()
                .filter(e -> e.getValue().equals("on"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, String> read() {
        Map<String, String> choices = new TreeMap<>();
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    int equals = line.indexOf('=');
                    if (equals > 0) {
                        choices.put(line.substring(0, equals), line.substring(equals + 1));
                    }
                }
            }
            return choices;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
