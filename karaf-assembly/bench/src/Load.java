// SPDX-License-Identifier: Apache-2.0
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that ask one after the other, without a pause, for a time; every answer's time is kept. */
final class Load {
    /** One request of one client; false when it failed. */
    interface Request {
        boolean send(int client) throws Exception;
    }

    private double seconds;
    private int failed;
    private final List<Long> nanos = new ArrayList<>();

    /** Runs for that long and adds to what was measured before. */
    void run(int clients, double duration, Request request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long begin = System.nanoTime();
            long end = begin + (long) (duration * 1e9);
            List<Future<List<Long>>> all = new ArrayList<>();
            for (int c = 0; c < clients; c++) {
                int client = c;
                Callable<List<Long>> work = () -> client(client, end, request);
                all.add(threads.submit(work));
            }
            for (Future<List<Long>> one : all) {
                one.get().forEach(this::add);
            }
            seconds += (System.nanoTime() - begin) / 1e9;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Long> client(int client, long end, Request request) throws Exception {
        List<Long> times = new ArrayList<>();
        for (long now = System.nanoTime(); now < end; ) {
            boolean done = request.send(client);
            long after = System.nanoTime();
            times.add(done ? after - now : -1);
            now = after;
        }
        return times;
    }

    private void add(long time) {
        if (time < 0) {
            failed++;
        } else {
            nanos.add(time);
        }
    }

    int count() {
        return nanos.size();
    }

    int failed() {
        return failed;
    }

    /** Requests a second that succeeded. */
    double rate() {
        return nanos.size() / seconds;
    }

    /** Milliseconds that the share of answers took at most. */
    double percentile(double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
    }
}
