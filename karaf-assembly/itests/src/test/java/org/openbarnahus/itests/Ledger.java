// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.openbarnahus.itests.Api.Answer;

/** The client's own book of writes: those acknowledged with an id, and those that were never answered. */
final class Ledger {
    /**
     * One request, the same each time it is sent.
     *
     * @param list where its result is found again: the house's cases, or the timeline of one case
     */
    record Write(Demo.User user, String list, String body, String key) {
        static Write of(Demo.User user, String list, String body) {
            return new Write(user, list, body, UUID.randomUUID().toString());
        }

        /** Two houses have a list of cases each. */
        String place() {
            return user.service() + list;
        }
    }

    /** What the last request that was not acknowledged got: for the message of a test that gave up. */
    private volatile String lastRefusal = "nothing was refused";

    private final Map<String, Write> unanswered = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    /**
     * Sends it, and books what is known afterwards.
     *
     * @return whether it was acknowledged; if not, nobody knows yet what became of it
     * @throws AssertionError for an answer that is neither done nor "not now"
     * @throws HttpTimeoutException for no answer from a server that is there
     */
    boolean send(Api api, Write write) throws Exception {
        unanswered.put(write.key(), write);
        Answer answer;
        try {
            answer = api.post(write.list(), write.body(), write.key());
        } catch (HttpTimeoutException e) {
            throw e;
        } catch (IOException e) {
            lastRefusal = write.place() + ": " + e;
            return false;
        }
        if (answer.status() == 503) {
            lastRefusal = write.place() + ": " + answer.code();
            return false;
        }
        if (answer.status() != 201) {
            throw new AssertionError(answer.toString());
        }
        book(write, Samples.id(answer));
        return true;
    }

    private void book(Write write, String id) {
        if (ids.putIfAbsent(id, write.key()) != null) {
            throw new AssertionError("two requests were answered with the one id " + id);
        }
        acknowledged
                .computeIfAbsent(write.place(), p -> ConcurrentHashMap.newKeySet())
                .add(id);
        unanswered.remove(write.key());
    }

    String lastRefusal() {
        return lastRefusal;
    }

    List<Write> unanswered(Demo.User user) {
        return unanswered.values().stream().filter(w -> w.user().equals(user)).toList();
    }

    Set<Demo.User> waiting() {
        Set<Demo.User> users = new HashSet<>();
        unanswered.values().forEach(w -> users.add(w.user()));
        return users;
    }

    /** Ids that must be found there. */
    Set<String> at(String house, String list) {
        return new TreeSet<>(acknowledged.getOrDefault(house + list, Set.of()));
    }

    int size() {
        return ids.size();
    }

    /** The ids of the house's cases or of one timeline, as REST lists them, each as often as it is listed. */
    static List<String> found(Api api, String list) throws Exception {
        List<String> found = new ArrayList<>();
        String name = list.substring(list.lastIndexOf('/') + 1);
        String query = name.equals("cases") ? "?limit=200&sort=number" : "";
        for (String next = ""; next != null; ) {
            Answer page = api.get(list + query + next);
            if (page.status() != 200) {
                throw new AssertionError(page.toString());
            }
            page.body().path(name).forEach(item -> found.add(item.path("id").stringValue()));
            next = page.body().has("next")
                    ? "&cursor=" + page.body().path("next").stringValue()
                    : null;
        }
        return found;
    }
}
