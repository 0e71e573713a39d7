// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a case is erased for good. */
public enum ErasureReason {
    /** The time for which it may be kept is over. */
    RETENTION,
    /** A court or supervising authority has ordered it. */
    AUTHORITY,
    /** It should never have been recorded: another child, another house, a trial. */
    MISTAKE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ErasureReason> ofCode(String code) {
        return Stream.of(values()).filter(reason -> reason.code().equals(code)).findFirst();
    }
}
