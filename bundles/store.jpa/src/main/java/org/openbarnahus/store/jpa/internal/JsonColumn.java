// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.nio.charset.StandardCharsets;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectToFieldMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/** JSON text in a JSON column. H2 wants bytes there: a string would become a JSON string. */
public class JsonColumn implements Converter {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Object convertObjectValueToDataValue(@Nullable Object value, Session session) {
        return value == null || !session.getPlatform().isH2()
                ? value
                : value.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable Object convertDataValueToObjectValue(@Nullable Object data, Session session) {
        // PostgreSQL's driver hands over an object of its own whose text is the JSON
        return switch (data) {
            case null -> null;
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            default -> data.toString();
        };
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public void initialize(DatabaseMapping mapping, Session session) {
        Class<?> type = session.getPlatform().isH2() ? byte[].class : String.class;
        ((DirectToFieldMapping) mapping).getField().setType(type);
    }
}
