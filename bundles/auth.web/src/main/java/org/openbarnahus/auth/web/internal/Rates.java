// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.Buckets;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.security.SourceNetwork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fairness, for pages and REST alike: how fast one person, or one address before anybody is known, may ask and write, and how
 * many requests of one house are worked on at a time, so that none takes all threads from the others. Counts in memory.
 * Decisions 29 and 41.
 */
@Component(service = Rates.class, configurationPid = RatesConfig.PID)
public class Rates {
    /** Told to who finds the line of the house full, and the longest time in it. */
    static final int IN_LINE_SECONDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Rates.class);
    private static final String PLACE = "org.openbarnahus.rates.place";
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
    private static final double MINUTE_SECONDS = 60;
    /** A page's own request waits so long, in so many steps, for its token; each holds a thread meanwhile. */
    private static final Duration STEP = Duration.ofMillis(100);

    private static final int STEPS = 20;
    private static final int PATIENT_OF_A_PERSON = 3;
    private static final int PATIENT = 30;

    /** Sleeps; tests only move their clock. */
    interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    private final LongSupplier nanos;
    private final Pause pause;
    private final AtomicLong told;
    private final Map<String, Integer> patient = new HashMap<>();
    private volatile Limits limits;

    @Activate
    public Rates(RatesConfig config) {
        this(limits(config), System::nanoTime, Thread::sleep);
    }

    Rates(Limits limits, LongSupplier nanos, Pause pause) {
        this.limits = limits;
        this.nanos = nanos;
        this.pause = pause;
        this.told = new AtomicLong(nanos.getAsLong() - MINUTE);
    }

    /** What is counted, by the limits in force; houses are few. */
    record Limits(
            Buckets persons,
            Buckets writes,
            Buckets addresses,
            int atOnce,
            int inLine,
            Map<ServiceId, Semaphore> houses) {
        Limits(Buckets persons, Buckets writes, Buckets addresses, int atOnce, int inLine) {
            this(persons, writes, addresses, atOnce, inLine, new ConcurrentHashMap<>());
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
                        Math.clamp(config.writes_minute(), 1, 100_000) / MINUTE_SECONDS,
                        Math.clamp(config.writes_burst(), 5, 1_000_000)),
                new Buckets(
                        Math.clamp(config.address_second(), 1, 10_000),
                        Math.clamp(config.address_burst(), 10, 1_000_000)),
                Math.clamp(config.house_at_once(), 1, 150),
                Math.clamp(config.house_in_line(), 0, 150));
    }

    /**
     * Seconds after which to come again; 0 when this request may go on.
     *
     * @param patient a page's own request: waits a moment for its turn, so that nobody who works in a page is turned away
     */
    int tooFast(HttpServletRequest request, Optional<Session> session, boolean patient) {
        Limits now = limits;
        if (session.isEmpty()) {
            return told(
                    now.addresses().take(SourceNetwork.of(request.getRemoteAddr()), nanos.getAsLong()),
                    "an address without a session");
        }
        String user = session.get().actor().user().toString();
        int seconds = now.persons().take(user, nanos.getAsLong());
        if (seconds > 0 && patient) {
            seconds = waited(now, user, seconds);
        }
        if (seconds == 0 && writes(request)) {
            seconds = now.writes().take(user, nanos.getAsLong());
        }
        return told(seconds, "user " + user);
    }

    /** What a person does in a page is counted where it is saved; the way out is always open. */
    private static boolean writes(HttpServletRequest request) {
        String path = request.getRequestURI();
        return CrossSite.writes(request)
                && !path.equals("/")
                && !path.startsWith("/VAADIN/")
                && !path.equals(PolicyReportServlet.PATH)
                && !path.equals(WebContext.SIGN_OUT)
                && !(path.equals("/api/v1/session") && request.getMethod().equals("DELETE"));
    }

    private int waited(Limits now, String user, int seconds) {
        if (!mayWait(user)) {
            return seconds;
        }
        int left = seconds;
        try {
            for (int step = 0; step < STEPS && left > 0; step++) {
                pause.of(STEP);
                left = now.persons().take(user, nanos.getAsLong());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (patient) {
                patient.computeIfPresent(user, (key, waiting) -> waiting > 1 ? waiting - 1 : null);
            }
        }
        return left;
    }

    private boolean mayWait(String user) {
        synchronized (patient) {
            int waiting = patient.getOrDefault(user, 0);
            boolean may = waiting < PATIENT_OF_A_PERSON
                    && patient.values().stream().mapToInt(Integer::intValue).sum() < PATIENT;
            if (may) {
                patient.put(user, waiting + 1);
            }
            return may;
        }
    }

    private int told(int seconds, String who) {
        if (seconds > 0) {
            tell(who);
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
