// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.util.Optional;
import java.util.regex.Pattern;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.DraftService;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.store.DraftRecord;
import org.openbarnahus.core.service.store.SignInStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Drafts of the person in the session; nobody sees anybody else's. */
@Component(service = DraftService.class)
public final class Drafts implements DraftService {
    private static final Pattern PLACE = Pattern.compile("[A-Za-z0-9/:._-]{1,200}");

    private final AccessGate access;
    private final SignInStore store;
    private final TimeSource time;

    @Activate
    public Drafts(@Reference AccessGate access, @Reference SignInStore store, @Reference TimeSource time) {
        this.access = access;
        this.store = store;
        this.time = time;
    }

    @Override
    public void keep(Session session, String place, String content) {
        if (allowed(session, place) && content.length() <= LONGEST) {
            store.keepDraft(
                    new DraftRecord(session.actor().service(), session.actor().user(), place, content, time.now()));
        }
    }

    @Override
    public Optional<DraftRecord> find(Session session, String place) {
        return allowed(session, place)
                ? store.draft(session.actor().service(), session.actor().user(), place)
                : Optional.empty();
    }

    @Override
    public void forget(Session session, String place) {
        if (allowed(session, place)) {
            store.forgetDraft(session.actor().user(), place);
        }
    }

    private boolean allowed(Session session, String place) {
        return PLACE.matcher(place).matches()
                && session.alive()
                && access.decide(session, Permission.OWN_SESSION) instanceof Decision.Allowed;
    }
}
