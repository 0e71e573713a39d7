// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.openbarnahus.core.service.store.KeyService;

/**
 * A database of the product's, or the copy of it that bare JDBC works on: same tables, same rows, same settings as the
 * product's own connections.
 *
 * @param relaxed JDBC address of connections whose commits may wait for the next strict one, as the product uses for numbers
 * @param sync what brings commits to disk before they are acknowledged; empty where the commit does
 */
record Store(String url, String relaxed, String user, String password, String nextNumber, String sync) {
    private static final String H2_NUMBER =
            "select last_serial from final table (update case_number set last_serial = last_serial + 1"
                    + " where service = ? and code = ? and in_year = ?)";
    private static final String POSTGRES_NUMBER =
            "update case_number set last_serial = last_serial + 1 where service = ? and code = ? and in_year = ?"
                    + " returning last_serial";

    /** The embedded database in the directory; its key lies in the data directory of the product that made it. */
    static Store h2(Path directory, Path data) throws IOException {
        String url = "jdbc:h2:file:" + directory + "/openbarnahus;CIPHER=AES;WRITE_DELAY=0;QUERY_CACHE_SIZE=128"
                + ";TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=60000";
        KeyService keys = KeyFolder.open(data);
        String password = keys.secret("db-file") + " " + keys.secret("db-user");
        return new Store(url, url, "openbarnahus", password, H2_NUMBER, "checkpoint sync");
    }

    static Store postgres(Postgres server, String database) {
        String url = server.url(database) + "?stringtype=unspecified&reWriteBatchedInserts=true";
        String options = "&options=-c%20synchronous_commit=";
        return new Store(url + options + "on", url + options + "off", Postgres.SUPERUSER, "", POSTGRES_NUMBER, "");
    }

    Connection open() throws SQLException {
        return open(url);
    }

    /** Commits by itself. */
    Connection beside() throws SQLException {
        return open(relaxed);
    }

    private Connection open(String address) throws SQLException {
        Properties login = new Properties();
        login.put("user", user);
        login.put("password", password);
        return DriverManager.getConnection(address, login);
    }

    boolean embedded() {
        return !sync.isEmpty();
    }
}
