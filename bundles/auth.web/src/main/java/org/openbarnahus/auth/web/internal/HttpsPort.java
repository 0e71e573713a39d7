// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openbarnahus.core.service.store.KeyService;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Configures Felix HTTP: one HTTPS port and nothing else. Looks twice a day whether the certificate must be renewed. */
@Component(
        service = HttpsPort.class,
        immediate = true,
        configurationPid = WebConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = WebConfig.class)
public final class HttpsPort {
    private static final Logger LOG = LoggerFactory.getLogger(HttpsPort.class);
    private static final String FELIX = "org.apache.felix.http";
    /** Authenticated encryption and forward secrecy only (RFC 9325, 4.2); those with RSA for a deployer's own certificate. */
    private static final List<String> SUITES = List.of(
            "TLS_AES_256_GCM_SHA384",
            "TLS_AES_128_GCM_SHA256",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    private final ConfigurationAdmin admin;
    private final TimeSource time;
    private final WebConfig config;
    private final TlsStore tls;
    private final ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "certificate-renewal");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public HttpsPort(
            @Reference ConfigurationAdmin admin,
            @Reference KeyService keys,
            @Reference TimeSource time,
            BundleContext context,
            WebConfig config)
            throws IOException, GeneralSecurityException {
        this.admin = admin;
        this.time = time;
        this.config = config;
        this.tls = new TlsStore(
                directory(context, "openbarnahus.keys"), directory(context, "openbarnahus.etc"), keys::secret);
        open();
        renewal.scheduleWithFixedDelay(this::renew, 12, 12, TimeUnit.HOURS);
    }

    @Deactivate
    void stop() {
        renewal.shutdownNow();
    }

    private void renew() {
        try {
            open();
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            LOG.error("The server's certificate could not be renewed", e);
        }
    }

    /** Felix HTTP opens the port again when something of this is new. */
    private void open() throws IOException, GeneralSecurityException {
        String keystore = config.keystore().strip();
        Dictionary<String, Object> settings = keystore.isEmpty()
                ? settings(config, tls.current(names(config.names()), time.now()), new String(tls.password()))
                : settings(
                        config,
                        Path.of(keystore),
                        Files.readString(Path.of(config.keystore_password_file()))
                                .strip());
        admin.getConfiguration(FELIX, null).updateIfDifferent(settings);
    }

    static List<String> names(String text) {
        List<String> names = Stream.of(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        return names.isEmpty() ? List.of("localhost") : names;
    }

    static Dictionary<String, Object> settings(WebConfig config, Path keystore, String password) {
        return new Hashtable<>(Map.ofEntries(
                Map.entry("org.apache.felix.http.enable", "false"),
                Map.entry("org.apache.felix.https.enable", "true"),
                Map.entry("org.apache.felix.http.host", config.host()),
                Map.entry("org.osgi.service.http.port.secure", config.port()),
                Map.entry("org.apache.felix.https.keystore", keystore.toString()),
                Map.entry("org.apache.felix.https.keystore.type", "PKCS12"),
                Map.entry("org.apache.felix.https.keystore.password", password),
                Map.entry("org.apache.felix.https.keystore.key.password", password),
                Map.entry("org.apache.felix.https.jetty.protocols.included", new String[] {"TLSv1.3", "TLSv1.2"}),
                Map.entry("org.apache.felix.https.jetty.ciphersuites.included", SUITES.toArray(String[]::new)),
                Map.entry("org.apache.felix.https.jetty.renegotiateAllowed", false),
                Map.entry("org.apache.felix.http2.enable", true),
                Map.entry("org.apache.felix.http.jetty.headerBufferSize", 16_384),
                Map.entry("org.apache.felix.http.jetty.maxFormSize", LimitedRequest.MOST_OF_A_FORM),
                Map.entry("org.apache.felix.http.jetty.sendServerHeader", false),
                // for errors that Jetty answers itself, before the front door is asked: a page that came too early
                // goes to the start. Not to itself: reloading what is wrong for good would keep a session from idling
                Map.entry(
                        "org.apache.felix.http.jetty.errorPageCustomHeaders",
                        "Strict-Transport-Security=max-age=63072000; includeSubDomains##X-Content-Type-Options=nosniff##"
                                + "Refresh=5;url=/##Cache-Control=no-store##Referrer-Policy=no-referrer##"
                                + "Reporting-Endpoints=" + ReportingResponse.ENDPOINT
                                + "##Content-Security-Policy=default-src 'none'; frame-ancestors 'none'"
                                + ReportingResponse.WHERE),
                // minutes; ours ends earlier, and with it what the container keeps
                Map.entry("org.apache.felix.http.session.timeout", 30),
                Map.entry("org.eclipse.jetty.servlet.SessionCookie", "__Host-pages"),
                Map.entry("org.eclipse.jetty.servlet.SessionIdPathParameterName", "none"),
                Map.entry("org.apache.felix.https.jetty.session.cookie.httpOnly", true),
                Map.entry("org.apache.felix.https.jetty.session.cookie.secure", true)));
    }

    private static Path directory(BundleContext context, String property) {
        return Path.of(Objects.requireNonNull(context.getProperty(property), property + " is not set"));
    }
}
