// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Texts from the files {@code i18n/<language>.properties} (UTF-8) of a bundle. Extend it by an empty component:
 *
 * <pre>
 * &#64;Component(service = TextSource.class)
 * public final class MyTexts extends ResourceTexts {
 *     &#64;Activate public MyTexts() { super(MyTexts.class); }
 * }
 * </pre>
 */
public abstract class ResourceTexts implements TextSource {
    private final Class<?> anchor;
    private final Map<String, Map<String, String>> read = new ConcurrentHashMap<>();

    /**
     * @param anchor a class of the bundle that holds the files
     */
    protected ResourceTexts(Class<?> anchor) {
        this.anchor = anchor;
    }

    @Override
    public final Map<String, String> texts(String language) {
        return language.matches("[a-z]{2,3}") ? read.computeIfAbsent(language, this::read) : Map.of();
    }

    private Map<String, String> read(String language) {
        try (InputStream file = anchor.getResourceAsStream("/i18n/" + language + ".properties")) {
            if (file == null) {
                return Map.of();
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            Map<String, String> texts = new TreeMap<>();
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            return Map.copyOf(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
