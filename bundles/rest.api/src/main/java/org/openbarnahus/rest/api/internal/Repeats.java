// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
 */
@Component(service = Repeats.class)
public final class Repeats {
    static final int MOST = 10_000;
    private static final long KEPT = Duration.ofHours(24).toNanos();

    private final LongSupplier nanos;
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    @Activate
    public Repeats() {
        this(System::nanoTime);
    }

    Repeats(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** One request: its answer, once it has been given. Whoever works on it holds its lock. */
    private static final class Kept {
        private final long at;
        private String fingerprint = "";
        private @Nullable ObjectNode answer;

        Kept(long at) {
            this.at = at;
        }
    }

    /** Without an Idempotency-Key every request is a new one. Only what was done is remembered: a refusal may be mended. */
    public JsonNode once(HttpServletRequest request, JsonNode body, Supplier<ObjectNode> work) {
        RequestKey key = Requests.optionalKey(request, body);
        if (key.fingerprint().isEmpty()) {
            return work.get();
        }
        Kept mine = kept(owner(Requests.session(request).actor()) + key.value());
        synchronized (mine) {
            ObjectNode before = mine.answer;
            if (before == null) {
                ObjectNode answer = work.get();
                mine.answer = shown(answer);
                mine.fingerprint = key.fingerprint();
                return answer;
            }
            if (!mine.fingerprint.equals(key.fingerprint())) {
                throw new ProblemException(Problem.of(ErrorCode.REQUEST_KEY_REUSED));
            }
            return before.deepCopy();
        }
    }

    /** Whoever has other roles than then asks for the first time. */
    private static String owner(Actor actor) {
        return actor.user() + " " + new TreeSet<>(actor.roles()) + " ";
    }

    /** A code is shown once. */
    private static ObjectNode shown(ObjectNode answer) {
        ObjectNode copy = answer.deepCopy();
        if (copy.path("invitation") instanceof ObjectNode invitation && invitation.remove("code") != null) {
            invitation.put("repeated", true);
        }
        return copy;
    }

    private Kept kept(String key) {
        synchronized (kept) {
            long now = nanos.getAsLong();
            Iterator<Kept> oldest = kept.values().iterator();
            while (oldest.hasNext()) {
                Kept next = oldest.next();
                if (now - next.at < KEPT && kept.size() < MOST) {
                    break;
                }
                oldest.remove();
            }
            return kept.computeIfAbsent(key, any -> new Kept(now));
        }
    }
}
