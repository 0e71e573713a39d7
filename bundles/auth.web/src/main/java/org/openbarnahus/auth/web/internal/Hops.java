// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads whom proxies say they speak for. Pure. */
final class Hops {
    /** So many at most are looked at, from the right: whoever sends more is a hop too far away to matter. */
    private static final int MOST = 32;

    private static final Pattern FOR = Pattern.compile("(?i)(?:^|;)\\s*for\\s*=\\s*(\"[^\"]*\"|[^;\"]*)");
    private static final Pattern FOUR_WITH_PORT = Pattern.compile("([0-9.]+):[0-9]{1,5}");
    private static final Pattern SIX_WITH_PORT = Pattern.compile("(\\[[0-9A-Fa-f:.]+]):[0-9]{1,5}");

    private final List<Network> trusted;
    private final boolean standard;

    /**
     * @param standard whether the header is {@code Forwarded} (RFC 7239), else it is {@code X-Forwarded-For}
     */
    Hops(List<Network> trusted, boolean standard) {
        this.trusted = List.copyOf(trusted);
        this.standard = standard;
    }

    String header() {
        return standard ? "Forwarded" : "X-Forwarded-For";
    }

    boolean trusts(String peer) {
        return Network.address(peer).filter(this::trusts).isPresent();
    }

    /**
     * Who asks: the first from the right whom we do not trust. Each hop is told by the one to the right of it, so everything
     * further left, and everything behind what cannot be read, is hearsay.
     *
     * @param peer who is at the other end of the connection, and trusted
     * @param lines of the header, in order; two headers are one list (RFC 9110, 5.3)
     */
    String caller(String peer, List<String> lines) {
        List<String> hops = new ArrayList<>();
        lines.forEach(line -> hops.addAll(List.of(line.split(",", -1))));
        String known = peer;
        for (String hop : hops.reversed().stream().limit(MOST).toList()) {
            Optional<InetAddress> address = read(hop.strip());
            if (address.isEmpty()) {
                return known;
            }
            known = address.get().getHostAddress();
            if (!trusts(address.get())) {
                return known;
            }
        }
        return known;
    }

    private boolean trusts(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    private Optional<InetAddress> read(String hop) {
        return standard ? named(hop).flatMap(Hops::address) : address(hop);
    }

    private static Optional<String> named(String hop) {
        Matcher matcher = FOR.matcher(hop);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String value = matcher.group(1).strip().replace("\"", "");
        // twice in one hop: two readers could take different ones
        return matcher.find() ? Optional.empty() : Optional.of(value);
    }

    private static Optional<InetAddress> address(String text) {
        Matcher four = FOUR_WITH_PORT.matcher(text);
        Matcher six = SIX_WITH_PORT.matcher(text);
        return Network.address(four.matches() ? four.group(1) : six.matches() ? six.group(1) : text);
    }
}
