// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From which address a request comes, for throttles and rates. Reverse proxies that the deployer names are believed when they say
 * whom they speak for, in one header that the deployer names too; nobody else is. Decision 39.
 */
@Component(service = Proxies.class, configurationPid = WebConfig.PID)
public class Proxies {
    private static final Logger LOG = LoggerFactory.getLogger(Proxies.class);
    private static final String STANDARD = "forwarded";
    private static final String USUAL = "x-forwarded-for";

    private volatile Hops hops;

    @Activate
    public Proxies(WebConfig config) {
        this(config.proxies(), config.proxy_header());
    }

    Proxies(String proxies, String header) {
        hops = hops(proxies, header);
    }

    @Modified
    void changed(WebConfig config) {
        hops = hops(config.proxies(), config.proxy_header());
    }

    /** What cannot be read trusts nobody: a slip of the pen must not open a door. */
    private static Hops hops(String proxies, String header) {
        List<Network> networks = new ArrayList<>();
        boolean wrong = false;
        for (String each : Stream.of(proxies.split(",")).map(String::strip).toList()) {
            Optional<Network> network = Network.of(each);
            network.ifPresent(networks::add);
            if (network.isEmpty() && !each.isEmpty()) {
                LOG.error("org.openbarnahus.auth.web.cfg: proxies: not an address or network: {}", each);
                wrong = true;
            }
        }
        String name = header.strip().toLowerCase(Locale.ROOT);
        if (!name.equals(STANDARD) && !name.equals(USUAL)) {
            LOG.error("org.openbarnahus.auth.web.cfg: proxy.header: neither X-Forwarded-For nor Forwarded: {}", header);
            wrong = true;
        }
        if (wrong) {
            LOG.error("org.openbarnahus.auth.web.cfg: no proxy is believed until this is mended");
        }
        return new Hops(wrong ? List.of() : networks, name.equals(STANDARD));
    }

    /** The address that throttles and rates go by. */
    String caller(HttpServletRequest request) {
        Hops now = hops;
        String peer = request.getRemoteAddr();
        if (!now.trusts(peer)) {
            return peer;
        }
        @Nullable Enumeration<String> lines = request.getHeaders(now.header());
        return lines == null ? peer : now.caller(peer, Collections.list(lines));
    }
}
