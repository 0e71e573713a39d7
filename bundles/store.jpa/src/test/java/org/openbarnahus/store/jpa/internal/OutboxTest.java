// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Test;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.OutboxEvent;
import org.openbarnahus.core.service.store.Written;

/** Events reach whoever listens, in order, after their commit, and none is lost. */
public class OutboxTest extends OnBothDatabases {
    @After
    public void listenAgain() {
        db.listener = Optional.of(db.events::add);
    }

    @Test
    public void eventsComeInOrderAfterTheirCommit() {
        for (int i = 0; i < 450; i++) {
            publish("e" + i);
        }
        StoreFixture.until(() -> mine().size() >= 450);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            expected.add("e" + i);
        }
        assertEquals(expected, mine());
        StoreFixture.until(() -> waiting() == 0);
    }

    @Test
    public void eventsOfFailedWorkNeverCome() {
        assertThrows(
                IllegalStateException.class,
                () -> db.write(house, unit -> {
                    throw new IllegalStateException("no");
                }));
        publish("after");
        StoreFixture.until(() -> mine().contains("after"));
        assertEquals(List.of("after"), mine());
    }

    @Test
    public void eventsThatNobodyHadAreReplayedAtTheNextStart() {
        db.listener = Optional.empty();
        publish("one");
        publish("two");
        db.shut();
        db.listener = Optional.of(db.events::add);
        db.open();

        StoreFixture.until(() -> mine().size() >= 2);
        assertEquals(List.of("one", "two"), mine());
    }

    @Test
    public void eventsWaitWhenTheListenerGoesInTheMiddle() {
        db.listener = Optional.of(event -> {
            db.events.add(event);
            if (event.objectId().equals("one")) {
                db.listener = Optional.empty();
            }
        });
        publish("one", "two");
        StoreFixture.until(() -> waiting() == 1);
        assertEquals(List.of("one"), mine());

        db.listener = Optional.of(db.events::add);
        db.store().publish();
        StoreFixture.until(() -> waiting() == 0);
        assertEquals(List.of("one", "two"), mine());
    }

    @Test
    public void aListenerThatMeetsAFailingDatabaseGetsTheEventAgain() {
        List<String> attempts = new ArrayList<>();
        db.listener = Optional.of(event -> {
            if (event.service().equals(house)) {
                attempts.add(event.objectId());
                if (attempts.size() == 1) {
                    throw new StoreUnavailableException("gone", new Exception());
                }
            }
            db.events.add(event);
        });
        publish("again");
        StoreFixture.until(() -> mine().contains("again"));

        assertEquals(List.of("again", "again"), attempts);
    }

    @Test
    public void aListenerWithABugDoesNotStopTheOthers() {
        db.listener = Optional.of(event -> {
            db.events.add(event);
            throw new IllegalArgumentException("a bug");
        });
        publish("first");
        publish("second");
        StoreFixture.until(() -> mine().contains("second"));
        StoreFixture.until(() -> waiting() == 0);
        assertEquals(List.of("first", "second"), mine());
    }

    private void publish(String... objectIds) {
        db.write(
                house,
                unit -> new Written<>(
                        true,
                        List.of(Samples.audit(house, objectIds[0])),
                        Stream.of(objectIds)
                                .map(each -> new OutboxEvent(house, OutboxEvent.CASE_SAVED, each))
                                .toList()));
    }

    private long waiting() {
        return db.count("select count(*) from outbox where service = ?", house.value());
    }

    private List<String> mine() {
        return db.events.stream()
                .filter(e -> e.service().equals(house))
                .map(OutboxEvent::objectId)
                .toList();
    }
}
