// SPDX-License-Identifier: Apache-2.0
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A case with its timeline over bare JDBC, as the product's JSON, behind the JDK's own HTTPS server. */
final class BareReader implements AutoCloseable {
    private static final String PATH = "/api/v1/cases/";
    private static final char[] PASSWORD = "benchmark".toCharArray();

    private final HttpsServer server;
    private final ExecutorService threads;
    private final BlockingQueue<CaseQueryBare> queries;
    private final SSLContext tls;

    BareReader(Store store, String service, Path keystore, int clients) throws Exception {
        tls = tls(keystore);
        queries = new ArrayBlockingQueue<>(clients);
        for (int i = 0; i < clients; i++) {
            queries.add(new CaseQueryBare(store.open(), service));
        }
        threads = Executors.newFixedThreadPool(clients);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(threads);
        server.createContext(PATH, this::answer);
        server.start();
    }

    private static SSLContext tls(Path keystore) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return tls;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            UUID id = UUID.fromString(exchange.getRequestURI().getPath().substring(PATH.length()));
            CaseQueryBare query = queries.take();
            byte[] body;
            try {
                body = query.json(id).toString().getBytes(StandardCharsets.UTF_8);
            } finally {
                queries.add(query);
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (SQLException e) {
            exchange.sendResponseHeaders(500, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    SSLContext tls() {
        return tls;
    }

    @Override
    public void close() throws SQLException {
        server.stop(0);
        threads.shutdownNow();
        List<CaseQueryBare> all = new ArrayList<>();
        queries.drainTo(all);
        for (CaseQueryBare query : all) {
            query.close();
        }
    }
}
