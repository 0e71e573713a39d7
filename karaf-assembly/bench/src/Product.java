// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.databind.JsonNode;

/** The distribution in demo mode, as an operator runs it: through its hub script, with a data directory of its own. */
final class Product implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 300_000;
    private static final int ATTEMPTS = 5;
    private static final long SETTLE_MILLIS = 22_000; // limits are looked at 20 s after a start
    private static final int QUIET_SECONDS = 3;
    private static final double QUIET_CPU = 0.1;
    private static final int MOST_SECONDS = 180;
    private static final long TICKS_PER_SECOND = 100; // of /proc on every Linux

    private final Path home;
    private final Path data;
    private final Map<String, String> environment;
    private final int port;
    private final Map<String, Long> lastStep = new HashMap<>();

    Product(Path home, Path data, Map<String, String> environment) throws IOException {
        this.home = home;
        this.data = Files.createDirectories(data);
        this.environment = environment;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    /** Seconds until it answered, everything that the script does included; makes N demo cases at the first start. */
    double start(int demoCases) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("run", "--background", "--port", Integer.toString(port)));
        if (demoCases > 0) {
            arguments.addAll(List.of("--demo", "--demo-cases", Integer.toString(demoCases)));
        }
        long begin = System.nanoTime();
        hub(arguments);
        double seconds = (System.nanoTime() - begin) / 1e9;
        // one person asks for what a house of a hundred does: not what the limit of one person is for
        Files.writeString(
                data.resolve("etc/org.openbarnahus.rates.cfg"),
                "person.second = 10000\nperson.burst = 1000000\nwrites.minute = 100000\nwrites.burst = 1000000\n"
                        + "imports.hour = 10000\nreading.cases = 1000000\nreading.rows = 10000000\nreading.questions = 1000000\n");
        return seconds;
    }

    void stop() throws IOException, InterruptedException {
        hub(List.of("stop"));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (Files.exists(data.resolve("hub.pid"))) {
            stop();
        }
    }

    private void hub(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/hub").toString()));
        command.addAll(arguments);
        command.addAll(List.of("--data", data.toString()));
        Path output = data.resolveSibling(data.getFileName() + ".out");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("HUB_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putIfAbsent("HUB_WAIT", "300"); // on a busy machine
        builder.environment().putAll(environment);
        if (builder.start().waitFor() != 0) {
            throw new IOException("hub " + arguments.getFirst() + ": " + Files.readString(output));
        }
    }

    Path data() {
        return data;
    }

    long pid() throws IOException {
        return Long.parseLong(Files.readString(data.resolve("hub.pid")).strip());
    }

    /** Waits until the program has done what it does after a start: facts for indicators, limits under today's law. */
    void awaitQuiet() throws Exception {
        Thread.sleep(SETTLE_MILLIS);
        int quiet = 0;
        for (int second = 0; quiet < QUIET_SECONDS && second < MOST_SECONDS; second++) {
            double before = cpu();
            Thread.sleep(1_000);
            quiet = cpu() - before < QUIET_CPU ? quiet + 1 : 0;
        }
    }

    /** MB of memory resident now. */
    double rss() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid() + "/status"))) {
            String line = lines.filter(l -> l.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
        }
    }

    /** Seconds of processor time used so far. */
    double cpu() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / (double) TICKS_PER_SECOND;
    }

    Api anonymous() throws IOException, GeneralSecurityException {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trusting(data.resolve("etc/tls/ca.pem")))
                .build();
        return new Api(http, port);
    }

    /** As a demo user; a one-time code works once, so signing in again may wait for the next. */
    Api signIn(String role, String service) throws IOException, GeneralSecurityException, InterruptedException {
        JsonNode user = users()
                .valueStream()
                .filter(u -> u.path("service").stringValue().equals(service)
                        && u.path("roles").toString().contains("\"" + role + "\""))
                .findFirst()
                .orElseThrow();
        String name = user.path("username").stringValue();
        String password = user.path("password").stringValue();
        for (int attempt = 1; ; attempt++) {
            try {
                return anonymous().signIn(name, password, nextCode(name, user.path("totpSecret").stringValue()));
            } catch (IOException e) {
                if (attempt == ATTEMPTS) { // a busy machine may be too late for its code
                    throw e;
                }
            }
        }
    }

    /** Nanoseconds that each demo user waited for a session, over a connection that is there; not of those who came before. */
    long[] signIns() throws IOException, GeneralSecurityException, InterruptedException {
        List<Long> nanos = new ArrayList<>();
        for (JsonNode user : users()) {
            String name = user.path("username").stringValue();
            if (lastStep.containsKey(name)) {
                continue;
            }
            Api api = anonymous();
            api.get("/health");
            String code = nextCode(name, user.path("totpSecret").stringValue());
            long start = System.nanoTime();
            api.signIn(name, user.path("password").stringValue(), code);
            nanos.add(System.nanoTime() - start);
        }
        return nanos.stream().mapToLong(Long::longValue).toArray();
    }

    private String nextCode(String name, String secret) throws GeneralSecurityException, InterruptedException {
        long step = Math.max(System.currentTimeMillis() / Totp.STEP_MILLIS, lastStep.getOrDefault(name, 0L) + 1);
        while (System.currentTimeMillis() / Totp.STEP_MILLIS < step) {
            Thread.sleep(200);
        }
        lastStep.put(name, step);
        return Totp.code(secret, step);
    }

    private JsonNode users() throws IOException, InterruptedException {
        Path file = data.resolve("demo-credentials.json");
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!Files.exists(file)) {
            if (System.currentTimeMillis() > end) {
                throw new IOException("the demo's users are not there");
            }
            Thread.sleep(100);
        }
        return Api.JSON.readTree(Files.readString(file)).path("users");
    }

    /** Waits for the demo's cases: they are made after the product answers. */
    void awaitCases(Api reader, int cases) throws IOException, InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (reader.json("/cases?limit=1").path("total").intValue() < cases) {
            if (System.currentTimeMillis() > end) {
                throw new IOException("the demo's cases are not there");
            }
            Thread.sleep(200);
        }
    }

    private static SSLContext trusting(Path authority) throws IOException, GeneralSecurityException {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        try (InputStream pem = Files.newInputStream(authority)) {
            trust.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trust);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, factory.getTrustManagers(), null);
        return tls;
    }
}
