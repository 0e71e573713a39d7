// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What throttle and rates take for one caller: an IPv4 address, or the /64 that a subscriber gets in IPv6 (RFC 6177). */
public final class SourceNetwork {
    private static final int SUBSCRIBER_BYTES = 8;
    private static final Pattern FOUR = Pattern.compile("(?:[0-9]{1,3}\\.){3}[0-9]{1,3}");

    private SourceNetwork() {}

    /**
     * Where somebody works: the /24 of an IPv4 address, the /64 of an IPv6 one; this machine itself is one place. Addresses
     * change within an office and an evening, networks seldom do.
     */
    public static String around(String address) {
        String caller = of(address);
        if (caller.equals(of("::1")) || caller.startsWith("127.")) {
            return "loopback";
        }
        return FOUR.matcher(caller).matches() ? caller.substring(0, caller.lastIndexOf('.')) : caller;
    }

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
