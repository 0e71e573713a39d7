// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** REST's reader of bodies, for tests that hold it against others. */
public final class RestReader {
    private RestReader() {}

    /** The document again as it was understood; throws when it is refused. */
    public static JsonNode read(String document) {
        return JsonProvider.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    }
}
