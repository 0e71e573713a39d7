// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that begin alike, as {@code 192.0.2.0/24} or {@code 2001:db8::/48}; one address is a network of its own.
 *
 * @param bits how many bits of the address count
 */
record Network(InetAddress address, int bits) {
    /** Networks as wide as half the world are a mistake of whoever writes them. */
    private static final int WIDEST_FOUR = 8;

    private static final int WIDEST_SIX = 16;
    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern FOUR = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
    private static final Pattern SIX = Pattern.compile("[0-9A-Fa-f:]{2,39}|[0-9A-Fa-f:]{2,30}:" + FOUR.pattern());
    private static final Pattern BITS = Pattern.compile("[0-9]{1,3}");

    /** Of what a deployer wrote; empty when it is none, or far too wide. */
    static Optional<Network> of(String text) {
        int slash = text.indexOf('/');
        Optional<InetAddress> address = address(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int all = address.get().getAddress().length * Byte.SIZE;
        String bits = slash < 0 ? Integer.toString(all) : text.substring(slash + 1);
        int widest = all == Integer.SIZE ? WIDEST_FOUR : WIDEST_SIX;
        if (!BITS.matcher(bits).matches() || Integer.parseInt(bits) > all || Integer.parseInt(bits) < widest) {
            return Optional.empty();
        }
        return Optional.of(new Network(address.get(), Integer.parseInt(bits)));
    }

    /** An address as digits, in brackets or not; never asks a name server. IPv4 in IPv6 is taken for the IPv4 that it is. */
    static Optional<InetAddress> address(String text) {
        boolean brackets = text.startsWith("[") && text.endsWith("]");
        String plain = brackets ? text.substring(1, text.length() - 1) : text;
        boolean four = !brackets && FOUR.matcher(plain).matches();
        if (!four && !(plain.contains(":") && SIX.matcher(plain).matches())) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(plain));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        int rest = mine.length * Byte.SIZE - bits;
        return mine.length == theirs.length
                && new BigInteger(1, mine).shiftRight(rest).equals(new BigInteger(1, theirs).shiftRight(rest));
    }
}
