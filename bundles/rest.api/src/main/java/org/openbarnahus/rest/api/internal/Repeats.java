// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.service.command.RequestKey;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The same answer to the same request, for what can be done only once anyway (a hold, a request for two people, a rotation): the
 * program that did not hear the first answer gets it, instead of a refusal that looks like somebody else's work. In memory, for a
 * day; what the services themselves make sure of outlives a restart. Whoever asks again while the first is worked on waits for it.
 * When there is no room, the oldest of whoever takes the most goes: nobody's answers are pushed out by another person's.
 */
@Component(service = Repeats.class)
public final class Repeats {
    private final Limits limits;
    private final LongSupplier nanos;

    @GuardedBy("owners")
    private final Map<UserId, OwnRepeats> owners = new HashMap<>();

    /**
     * How long answers are kept, and how much of them.
     *
     * @param each bytes of one person's
     * @param all bytes of everybody's
     */
    record Limits(Duration kept, long each, long all) {}

    @Activate
    public Repeats() {
        this(new Limits(Duration.ofHours(24), 1L << 20, 32L << 20), System::nanoTime);
    }

    Repeats(Limits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    /** Without an Idempotency-Key every request is a new one. Only what was done is remembered: a refusal may be mended. */
    public JsonNode once(HttpServletRequest request, JsonNode body, Supplier<ObjectNode> work) {
        RequestKey key = Requests.optionalKey(request, body);
        if (key.fingerprint().isEmpty()) {
            return work.get();
        }
        Actor actor = Requests.session(request).actor();
        String name = roles(actor) + key.value();
        Repeated mine = begun(actor.user(), name);
        synchronized (mine) {
            byte @Nullable [] before = mine.answer();
            if (before == null) {
                ObjectNode answer = work.get();
                byte[] given = Json.MAPPER.writeValueAsBytes(shown(answer));
                mine.answered(key.fingerprint(), given);
                settle(actor.user(), name, mine, given.length);
                return answer;
            }
            if (!mine.fingerprint().equals(key.fingerprint())) {
                throw new ProblemException(Problem.of(ErrorCode.REQUEST_KEY_REUSED));
            }
            return Json.MAPPER.readTree(before);
        }
    }

    /** Whoever has other roles than then asks for the first time. */
    private static String roles(Actor actor) {
        return new TreeSet<>(actor.roles()) + " ";
    }

    /** A code is shown once. */
    private static ObjectNode shown(ObjectNode answer) {
        ObjectNode copy = answer.deepCopy();
        if (copy.path("invitation") instanceof ObjectNode invitation && invitation.remove("code") != null) {
            invitation.put("repeated", true);
        }
        return copy;
    }

    private Repeated begun(UserId owner, String key) {
        synchronized (owners) {
            long now = nanos.getAsLong();
            owners.values().forEach(each -> each.forget(now, limits.kept().toNanos()));
            owners.values().removeIf(OwnRepeats::isEmpty);
            OwnRepeats own = owners.computeIfAbsent(owner, any -> new OwnRepeats());
            Repeated mine = own.begin(key, now);
            shrink(own);
            return mine;
        }
    }

    private void settle(UserId owner, String key, Repeated mine, int size) {
        synchronized (owners) {
            OwnRepeats own = owners.get(owner);
            if (own != null) {
                own.answered(key, mine, size);
                shrink(own);
            }
        }
    }

    @GuardedBy("owners")
    private void shrink(OwnRepeats own) {
        while (own.bytes() > limits.each()) {
            own.dropOldest();
        }
        while (bytes() > limits.all()) {
            largest().dropOldest();
        }
    }

    @GuardedBy("owners")
    private OwnRepeats largest() {
        return owners.values().stream()
                .max(Comparator.comparingLong(OwnRepeats::bytes))
                .orElseThrow();
    }

    /** What all of them take. */
    long bytes() {
        synchronized (owners) {
            return owners.values().stream().mapToLong(OwnRepeats::bytes).sum();
        }
    }
}
