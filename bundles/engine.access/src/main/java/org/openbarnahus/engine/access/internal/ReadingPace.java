// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.store.TimeSource;

/**
 * How many different cases, rows of lists and narrowed figures one person has been shown within an hour: counted as the alert of bulk reading
 * counts them. What was shown already may be shown again. Whoever takes over an open page cannot read on and on: the count ends
 * with a second factor that is newer than the first refusal, and not with one of before.
 */
final class ReadingPace {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_READERS = 10_000;

    private record Rows(Moment at, int count) {}

    private static final class Reader {
        private final Map<CaseId, Moment> cases = new LinkedHashMap<>();
        private final Deque<Rows> lists = new ArrayDeque<>();
        private final Map<String, Moment> questions = new LinkedHashMap<>();
        private Optional<Moment> asked = Optional.empty();
    }

    private final TimeSource time;
    private final Map<UserId, Reader> readers = new LinkedHashMap<>(16, 0.75f, true);
    private int mostCases = Integer.MAX_VALUE;
    private int mostRows = Integer.MAX_VALUE;
    private int mostQuestions = Integer.MAX_VALUE;

    ReadingPace(TimeSource time) {
        this.time = time;
    }

    synchronized void most(int cases, int rows, int questions) {
        mostCases = cases;
        mostRows = rows;
        mostQuestions = questions;
    }

    synchronized boolean mayShow(Session session, CaseId id) {
        Moment now = Moment.now(time);
        Reader reader = reader(session, now);
        return within(reader.cases, id, mostCases, now) || refused(reader, now);
    }

    /** A figure that is narrowed; of whoever does not reach all cases. */
    synchronized boolean mayNarrow(Session session, String question) {
        Moment now = Moment.now(time);
        Reader reader = reader(session, now);
        return within(reader.questions, question, mostQuestions, now) || refused(reader, now);
    }

    synchronized boolean asked(Session session, String question) {
        return reader(session, Moment.now(time)).questions.containsKey(question);
    }

    private static <K> boolean within(Map<K, Moment> seen, K one, int most, Moment now) {
        boolean known = seen.remove(one) != null;
        if (!known && seen.size() >= most) {
            return false;
        }
        // the newest stand last
        seen.put(one, now);
        return true;
    }

    synchronized boolean mayList(Session session) {
        Moment now = Moment.now(time);
        Reader reader = reader(session, now);
        return reader.lists.stream().mapToInt(Rows::count).sum() < mostRows || refused(reader, now);
    }

    synchronized void listed(Session session, int rows) {
        Moment now = Moment.now(time);
        if (rows > 0) {
            reader(session, now).lists.add(new Rows(now, rows));
        }
    }

    private static boolean refused(Reader reader, Moment now) {
        reader.asked = reader.asked.or(() -> Optional.of(now));
        return false;
    }

    /** What is known of the person, without what is older than an hour, or older than the proof that was asked for. */
    private Reader reader(Session session, Moment now) {
        Reader reader = readers.computeIfAbsent(session.actor().user(), user -> new Reader());
        if (readers.size() > MOST_READERS) {
            Iterator<UserId> eldest = readers.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
        if (session instanceof Held held
                && reader.asked
                        .filter(asked -> held.live().provenAt.nanos() > asked.nanos())
                        .isPresent()) {
            reader.cases.clear();
            reader.lists.clear();
            reader.questions.clear();
            reader.asked = Optional.empty();
        }
        forget(reader.cases, now);
        forget(reader.questions, now);
        while (!reader.lists.isEmpty() && reader.lists.getFirst().at().over(HOUR, now)) {
            reader.lists.removeFirst();
        }
        return reader;
    }

    private static void forget(Map<?, Moment> seen, Moment now) {
        Iterator<Moment> oldest = seen.values().iterator();
        while (oldest.hasNext() && oldest.next().over(HOUR, now)) {
            oldest.remove();
        }
    }
}
