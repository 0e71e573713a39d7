// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** What throttle and rates take for one caller: an IPv4 address, or the /64 that a subscriber gets in IPv6 (RFC 6177). */
public final class SourceNetwork {
    private static final int SUBSCRIBER_BYTES = 8;

    private SourceNetwork() {}

    /** Never asks a name server: only texts with a colon are parsed, and those are addresses or nothing. */
    public static String of(String address) {
        int zone = address.indexOf('%');
        String plain = zone < 0 ? address : address.substring(0, zone);
        if (!plain.contains(":")) {
            return plain;
        }
        try {
            return InetAddress.getByName(plain) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), SUBSCRIBER_BYTES))
                    : InetAddress.getByName(plain).getHostAddress();
        } catch (UnknownHostException e) {
            return plain;
        }
    }
}
