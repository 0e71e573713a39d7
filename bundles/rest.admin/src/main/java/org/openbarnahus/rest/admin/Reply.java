// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.admin;

import java.util.Map;

/**
 * What the program prints, and its exit code.
 *
 * @param exit 0 done, 2 the request is wrong, 3 it cannot be done now
 */
record Reply(int exit, String text) {
    static final int DONE = 0;
    static final int WRONG = 2;
    static final int CANNOT = 3;

    String line() {
        return Line.write(Map.of("exit", Integer.toString(exit), "text", text));
    }

    static Reply of(String line) {
        Map<String, String> values = Line.read(line);
        return new Reply(Integer.parseInt(values.getOrDefault("exit", "3")), values.getOrDefault("text", ""));
    }
}
