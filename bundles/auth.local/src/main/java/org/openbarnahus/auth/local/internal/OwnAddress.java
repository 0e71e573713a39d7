// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Under which address people reach this installation, as auth.web is configured. */
final class OwnAddress {
    private static final String WEB = "org.openbarnahus.auth.web";

    private OwnAddress() {}

    /** Where auth.web listens, for this machine. */
    static String localUrl(ConfigurationAdmin admin) {
        return "https://localhost:" + setting(admin, "port").orElse("8443");
    }

    /** The first name that is no bare address: passkeys belong to a name. */
    static String host(ConfigurationAdmin admin) {
        return setting(admin, "names").stream()
                .flatMap(names -> Stream.of(names.split(",")))
                .map(String::strip)
                .filter(name -> name.matches(".*[A-Za-z].*") && !name.contains(":"))
                .findFirst()
                .orElse("localhost");
    }

    private static Optional<String> setting(ConfigurationAdmin admin, String name) {
        try {
            Configuration[] found = admin.listConfigurations("(service.pid=" + WEB + ")");
            return found == null
                    ? Optional.empty()
                    : Optional.ofNullable(found[0].getProcessedProperties(null).get(name))
                            .map(value -> value.toString().strip())
                            .filter(value -> !value.isEmpty());
        } catch (IOException | InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
