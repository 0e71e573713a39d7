// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.admin;

import java.util.Map;
import org.openbarnahus.sdk.fuzz.Claim;
import org.openbarnahus.sdk.fuzz.Input;

/** A line to the socket of the administrator: refused, or read to what is the same when written and read again. */
public final class LineFuzz {
    private LineFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Map<String, String> values;
        try {
            values = Line.read(new Input(data).text());
        } catch (IllegalArgumentException e) {
            return;
        }
        String written = Line.write(values);
        Claim.same(values, Line.read(written), "the same when written and read again");
        Claim.that(written.chars().allMatch(c -> c >= ' ' && c <= '~'), "one line of plain characters");
    }
}
