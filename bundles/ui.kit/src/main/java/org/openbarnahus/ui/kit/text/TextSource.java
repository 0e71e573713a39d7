// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.text;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Texts of one bundle. Publish one as an OSGi service; {@link ResourceTexts} reads them from the bundle's own files. A bundle
 * that only translates others is welcome: texts of the same key are looked up source by source, oldest service first.
 */
@ConsumerType
public interface TextSource {
    /**
     * Key to text. {@code {0}}, {@code {1}} … stand for arguments; no other character is special.
     *
     * @param language ISO 639-1 code, as {@code sv}
     * @return empty when it has none in that language
     */
    Map<String, String> texts(String language);
}
