// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal.sink;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.openbarnahus.core.service.LocalCopyService;
import org.openbarnahus.core.service.store.AuditStore;
import org.openbarnahus.core.service.store.Rounds;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** One courier for each place that is configured, none by default. */
@Component(service = LocalCopyService.class, immediate = true, configurationPid = SinkConfig.PID)
@Designate(ocd = SinkConfig.class)
public final class Sinks implements LocalCopyService {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** For the last batch of each; the whole product has a minute to end. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final Pattern CHECKPOINTS = Pattern.compile("checkpoints\\.jsonl");
    private static final Pattern LOGS = Pattern.compile("openbarnahus(?:-\\d{1,3})?\\.log");

    private final List<Courier> couriers = new ArrayList<>();
    private final List<Rounds.Running> running = new ArrayList<>();

    @Activate
    public Sinks(
            @Reference AuditStore store,
            @Reference SiteStore site,
            @Reference TimeSource time,
            @Reference Rounds rounds,
            SinkConfig config)
            throws IOException {
        Path data = Path.of(System.getProperty("openbarnahus.data", "data"));
        for (Destination destination : destinations(config)) {
            couriers.add(new Courier(
                    destination,
                    sources(store, config, data),
                    new Positions(data.resolve("audit").resolve("sink-" + destination.name() + ".positions")),
                    site,
                    time,
                    Duration.ofMinutes(Math.clamp(config.late_minutes(), 1, 1440))));
        }
        // only when nothing can fail any more: nobody would end what runs
        for (Courier courier : couriers) {
            String name = "sink-" + courier.standing().name();
            running.add(rounds.every(name, PAUSE, PAUSE, courier::round));
            running.add(rounds.every(name + "-watch", LOOK, LOOK, courier::watch));
        }
    }

    /** Also when settings change: whoever comes next begins where these ended. */
    @Deactivate
    void stop() {
        couriers.forEach(courier -> courier.end(GRACE));
        running.forEach(Rounds.Running::close);
    }

    @Override
    public List<Copy> copies() {
        return couriers.stream().map(Courier::standing).toList();
    }

    static List<Destination> destinations(SinkConfig config) {
        List<Destination> all = new ArrayList<>();
        String host = config.syslog_host().strip();
        if (!host.isEmpty()) {
            TlsFiles files = new TlsFiles(
                    config.syslog_ca_file().strip(),
                    config.syslog_client_file().strip(),
                    config.syslog_client_password_file().strip());
            int port = Math.clamp(config.syslog_port(), 1, 65_535);
            all.add(new SyslogTls(host, port, files, new Frames(Frames.host(ownName())), LONGEST));
        }
        String directory = config.directory().strip();
        if (!directory.isEmpty()) {
            all.add(new AppendedFiles(Path.of(directory)));
        }
        return all;
    }

    /** What needs no database comes first. */
    static List<Source> sources(AuditStore store, SinkConfig config, Path data) {
        List<Source> all = new ArrayList<>();
        all.add(new FileSource(Kind.CHECKPOINTS, data.resolve("audit"), CHECKPOINTS));
        if (config.log()) {
            all.add(new FileSource(
                    Kind.LOG,
                    Path.of(System.getProperty("karaf.log", data.resolve("log").toString())),
                    LOGS));
        }
        String entries = config.entries().strip();
        if (entries.equals("security") || entries.equals("all")) {
            all.add(new EntrySource(store, entries.equals("all")));
        } else if (!entries.equals("none")) {
            throw new IllegalArgumentException("entries: none, security or all");
        }
        return all;
    }

    private static String ownName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "-";
        }
    }
}
