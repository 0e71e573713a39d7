// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database of production. */
record PostgresDialect(Settings settings) implements Dialect {
    private static final String ENTER = "select set_config('ob.tenant', ?, true), set_config('ob.purpose', ?, true)";

    private static final String ENTER_ACCOUNT = "select ob_enter_account(cast(? as uuid))";

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private static final Set<String> OBVIOUS = Set.of(
            "postgres",
            "postgresql",
            "openbarnahus",
            "barnahus",
            "password",
            "secret",
            "admin",
            "root",
            "test",
            "changeme",
            "change-me",
            "123456",
            "12345678",
            "qwerty");

    /** Whoever had the role's password once may have given the role others, which would outlive a new password. */
    private static final String OWN_SETTINGS = "-c row_security=on -c default_transaction_read_only=off"
            + " -c default_transaction_isolation=read\\ committed -c default_transaction_deferrable=off";

    /** Of one answer of a server that is there. */
    private static final Duration UNHURRIED = Duration.ofMinutes(10);

    @Override
    public DataSource dataSource(boolean relaxed) {
        return dataSource(settings.user(), settings.password(), settings.tls().user(), relaxed);
    }

    @Override
    public DataSource owner() {
        return settings.owner()
                .map(owner -> (DataSource) dataSource(
                        owner.user(), owner.password(), settings.tls().owner(), false))
                .orElseGet(() -> dataSource(false));
    }

    @Override
    public void examine() {
        refuseObvious(settings.user(), settings.password());
        settings.owner().ifPresent(owner -> refuseObvious(owner.user(), owner.password()));
        new SecondLock(this, settings).examine();
    }

    /** None at all is the server's business: a certificate, or trust on a machine of its own. */
    private static void refuseObvious(String user, String password) {
        String plain = password.toLowerCase(Locale.ROOT);
        if (OBVIOUS.contains(plain) || plain.equals(user.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("the password of the role " + user
                    + " is one of the first that anybody would try: change it as docs/deployer/keys.md says");
        }
    }

    @Override
    public void prove() {
        new SecondLock(this, settings).prove();
    }

    @Override
    public void enter(Together statements, Scope scope) {
        if (scope.account().isEmpty()) {
            statements.add(ENTER, scope.house(), scope.purpose());
        } else {
            statements.add(ENTER_ACCOUNT, scope.account());
        }
    }

    @Override
    public boolean distant() {
        return true;
    }

    @Override
    public boolean manyAtOnce() {
        return true;
    }

    private PGSimpleDataSource dataSource(
            String user, String password, Optional<Tls.ClientCertificate> certificate, boolean relaxed) {
        long millis = settings.statement().toMillis();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(settings.url());
        if (source.getSslMode() == null && !Stream.of(source.getServerNames()).allMatch(HERE::contains)) {
            // over a network: encrypted, and with the server that was meant; an address may say otherwise, knowingly
            source.setSslMode("verify-full");
        }
        settings.tls().into(source, certificate);
        source.setUser(user);
        source.setPassword(password);
        // lets texts go into jsonb and uuid columns
        source.setStringType("unspecified");
        // rows of one statement in one go: audit entries, activities
        source.setReWriteBatchedInserts(true);
        source.setApplicationName("openbarnahus");
        // messages with the values of a statement would reach the pool's log
        source.setLogServerErrorDetail(false);
        source.setTcpKeepAlive(true);
        source.setConnectTimeout((int) settings.connect().toSeconds());
        source.setLoginTimeout((int) settings.connect().toSeconds());
        // a server that is there but silent: a little later than the server's own limit
        source.setSocketTimeout((int) settings.statement().toSeconds() + 1);
        source.setOptions(OWN_SETTINGS + " -c statement_timeout=" + millis + " -c lock_timeout=" + millis
                + " -c idle_in_transaction_session_timeout=60000 -c synchronous_commit=" + (relaxed ? "off" : "on"));
        return source;
    }

    @Override
    public void unhurried(Connection connection) throws SQLException {
        unlimited(connection);
    }

    @Override
    public void unlimited(Connection connection) throws SQLException {
        Sql.execute(connection, "set statement_timeout = 0");
        connection.setNetworkTimeout(Runnable::run, (int) UNHURRIED.toMillis());
    }

    @Override
    public String migrations() {
        return "classpath:db/postgresql";
    }

    @Override
    public Map<String, String> placeholders() {
        return Map.of(
                "json", "jsonb",
                "bytes", "bytea",
                "text", "text",
                "code", "varchar(32) collate \"C\"",
                "unless_there", "",
                // within a text in quotes
                "application", settings.user().replace("'", "''"));
    }

    @Override
    public String platform() {
        return "org.eclipse.persistence.platform.database.PostgreSQLPlatform";
    }

    @Override
    public String lockHead() {
        // the same round trip opens the chain
        return "select chain, seq, hash, set_config('ob.tenant', cast(chain as text), true) from audit_head"
                + " where chain = ? for update";
    }

    @Override
    public String nextNumber() {
        // for the house that it names, also outside a transaction
        return "select * from next_case_number(?, ?, ?)";
    }

    @Override
    public String sync() {
        // a commit of its own with something in the log: what was committed before stands earlier in the same log
        return "select pg_logical_emit_message(true, 'openbarnahus', '')";
    }
}
