// SPDX-License-Identifier: Apache-2.0
/** One sync for all commits that wait for one: what a careful program would do over bare JDBC, and what the product does. */
final class GroupSync {
    /** Brings everything committed so far to disk. */
    interface Action {
        void run() throws Exception;
    }

    private final Action action;
    private long started;
    private long finished;

    GroupSync(Action action) {
        this.action = action;
    }

    /** Returns when everything committed before the call is on disk. */
    void await() throws Exception {
        long mine;
        synchronized (this) {
            mine = started + 1; // one that runs already may have begun too early
            while (finished < mine && started != finished) {
                wait();
            }
            if (finished >= mine) {
                return;
            }
            started++;
        }
        try {
            action.run();
        } finally {
            synchronized (this) {
                finished = started;
                notifyAll();
            }
        }
    }
}
