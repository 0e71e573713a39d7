// SPDX-License-Identifier: Apache-2.0
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes the rows of a saved case over bare JDBC, one transaction each, with statements prepared once. Like the product it
 * takes the number from the counter beside the transaction, so that writers do not queue up behind each other's commits.
 */
final class BareWriter implements AutoCloseable {
    private final SavedCase saved;
    private final GroupSync sync;
    private final Connection connection;
    private final Connection beside;
    private final PreparedStatement number;
    private final List<PreparedStatement> inserts = new ArrayList<>();

    BareWriter(Store store, SavedCase saved, GroupSync sync) throws SQLException {
        this.saved = saved;
        this.sync = sync;
        connection = store.open();
        connection.setAutoCommit(false);
        beside = store.beside();
        number = beside.prepareStatement(store.nextNumber());
        for (Rows rows : saved.tables()) {
            inserts.add(connection.prepareStatement(rows.insert()));
        }
    }

    /** The sync of the store, on a connection of its own that the caller closes. */
    static GroupSync sync(Store store, Connection own) {
        return new GroupSync(() -> {
            if (store.embedded()) {
                try (var statement = own.createStatement()) {
                    statement.execute(store.sync());
                }
            }
        });
    }

    boolean write() throws Exception {
        Map<Object, Object> keys = saved.keys(nextSerial());
        for (int i = 0; i < inserts.size(); i++) {
            saved.tables().get(i).add(inserts.get(i), keys);
            inserts.get(i).executeBatch();
        }
        connection.commit();
        sync.await();
        return true;
    }

    private int nextSerial() throws SQLException {
        number.setObject(1, saved.service());
        number.setString(2, saved.code());
        number.setInt(3, saved.year());
        try (ResultSet row = number.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        beside.close();
    }
}
