// SPDX-License-Identifier: Apache-2.0
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
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
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A case with its timeline over bare JDBC, as the product's JSON, in a bare servlet on the distribution's own Jetty. */
final class BareReader implements AutoCloseable {
    private static final String PATH = "/api/v1/cases/";
    private static final char[] PASSWORD = "benchmark".toCharArray();

    private final Server server = new Server();
    private final ServerConnector connector;
    private final BlockingQueue<CaseQueryBare> queries;
    private final SSLContext tls;

    BareReader(Store store, String service, Path keystore, int clients) throws Exception {
        tls = tls(keystore);
        queries = new ArrayBlockingQueue<>(clients);
        for (int i = 0; i < clients; i++) {
            queries.add(new CaseQueryBare(store.open(), service));
        }
        SslContextFactory.Server secure = new SslContextFactory.Server();
        secure.setSslContext(tls);
        HttpConfiguration http = new HttpConfiguration();
        http.addCustomizer(new SecureRequestCustomizer());
        connector = new ServerConnector(
                server, new SslConnectionFactory(secure, "http/1.1"), new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new Answers()), PATH + "*");
        server.setHandler(context);
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

    private final class Answers extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                UUID id = UUID.fromString(request.getRequestURI().substring(PATH.length()));
                CaseQueryBare query = queries.take();
                byte[] body;
                try {
                    body = query.json(id).toString().getBytes(StandardCharsets.UTF_8);
                } finally {
                    queries.add(query);
                }
                response.setContentType("application/json");
                response.setContentLength(body.length);
                response.getOutputStream().write(body);
            } catch (SQLException e) {
                response.setStatus(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    SSLContext tls() {
        return tls;
    }

    @Override
    public void close() throws Exception {
        server.stop();
        List<CaseQueryBare> all = new ArrayList<>();
        queries.drainTo(all);
        for (CaseQueryBare query : all) {
            query.close();
        }
    }
}
