// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.security.SourceNetwork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fairness, for pages and REST alike: how fast one person, or one address before anybody is known, may ask, and how many
 * requests of one house are worked on at a time, so that none takes all threads from the others. Counts in memory. Decision 29.
 */
@Component(service = Rates.class, configurationPid = RatesConfig.PID)
public class Rates {
    /** Told to who finds the line of the house full, and the longest time in it. */
    static final int IN_LINE_SECONDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Rates.class);
    private static final String PLACE = "org.openbarnahus.rates.place";
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanos;
    private final AtomicLong told;
    private volatile Limits limits;

    @Activate
    public Rates(RatesConfig config) {
        this(limits(config), System::nanoTime);
    }

    Rates(Limits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
        this.told = new AtomicLong(nanos.getAsLong() - MINUTE);
    }

    /** What is counted, by the limits in force; houses are few. */
    record Limits(Buckets persons, Buckets addresses, int atOnce, int inLine, Map<ServiceId, Semaphore> houses) {
        Limits(Buckets persons, Buckets addresses, int atOnce, int inLine) {
            this(persons, addresses, atOnce, inLine, new ConcurrentHashMap<>());
        }
    }

    @Modified
    void changed(RatesConfig config) {
        limits = limits(config);
    }

    private static Limits limits(RatesConfig config) {
        return new Limits(
                new Buckets(
                        Math.clamp(config.person_second(), 1, 10_000),
                        Math.clamp(config.person_burst(), 10, 1_000_000)),
                new Buckets(
                        Math.clamp(config.address_second(), 1, 10_000),
                        Math.clamp(config.address_burst(), 10, 1_000_000)),
                Math.clamp(config.house_at_once(), 1, 150),
                Math.clamp(config.house_in_line(), 0, 150));
    }

    /** Seconds after which to come again; 0 when this request may go on. */
    int tooFast(HttpServletRequest request, Optional<Session> session) {
        Limits now = limits;
        int seconds = session.map(
                        living -> now.persons().take(living.actor().user().toString(), nanos.getAsLong()))
                .orElseGet(() -> now.addresses().take(SourceNetwork.of(request.getRemoteAddr()), nanos.getAsLong()));
        if (seconds > 0) {
            tell(session.map(living -> "user " + living.actor().user()).orElse("an address without a session"));
        }
        return seconds;
    }

    /** Once a minute: a flood must not fill the log. */
    private void tell(String who) {
        long last = told.get();
        long now = nanos.getAsLong();
        if (now - last >= MINUTE && told.compareAndSet(last, now)) {
            LOG.warn("{} asks faster than org.openbarnahus.rates.cfg allows and is told to wait", who);
        }
    }

    /** Waits for a place of the house; false when its line is full, or too slow. {@link #leave} gives the place back. */
    boolean enter(HttpServletRequest request, Session session) {
        Limits now = limits;
        Semaphore house =
                now.houses().computeIfAbsent(session.actor().service(), id -> new Semaphore(now.atOnce(), true));
        boolean entered = house.tryAcquire();
        if (!entered && house.getQueueLength() < now.inLine()) {
            try {
                entered = house.tryAcquire(IN_LINE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (entered) {
            request.setAttribute(PLACE, house);
        } else {
            tell("house " + session.actor().service());
        }
        return entered;
    }

    /** Gives back the place of a request that has one, once. */
    void leave(HttpServletRequest request) {
        if (request.getAttribute(PLACE) instanceof Semaphore house) {
            request.removeAttribute(PLACE);
            house.release();
        }
    }
}
