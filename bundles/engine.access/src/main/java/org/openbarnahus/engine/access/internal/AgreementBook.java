// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.query.Agreement;
import org.openbarnahus.core.service.store.AcceptanceRecord;
import org.openbarnahus.core.service.store.AgreementRecord;
import org.openbarnahus.core.service.store.SignInStore;
import org.openbarnahus.core.service.text.AgreementText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which agreement is in force in which house, and who has signed it. A house that has none of its own has the built-in. */
@Component(service = AgreementBook.class)
public final class AgreementBook {
    private final SignInStore store;
    private final Map<ServiceId, InForce> inForce = new ConcurrentHashMap<>();

    /** One version in its languages. */
    private record InForce(int version, Map<String, String> texts) {
        Agreement in(Locale language) {
            String code = texts.containsKey(language.getLanguage())
                    ? language.getLanguage()
                    : texts.containsKey("en") ? "en" : texts.keySet().iterator().next();
            String text = texts.getOrDefault(code, "");
            return new Agreement(version, code, text, AgreementText.hash(text));
        }

        boolean covers(AcceptanceRecord signed) {
            String text = texts.get(signed.language());
            return signed.version() == version
                    && text != null
                    && AgreementText.hash(text).equals(signed.hash());
        }
    }

    @Activate
    public AgreementBook(@Reference SignInStore store) {
        this.store = store;
    }

    Agreement current(ServiceId house, Locale language) {
        return inForce(house).in(language);
    }

    /** Whether the session's account has signed what is in force now; asked again only after a new version. */
    boolean signed(LiveSession session) {
        InForce now = inForce(session.actor().service());
        if (session.agreed == now.version) {
            return true;
        }
        boolean covered = store.acceptances(session.actor().user()).stream().anyMatch(now::covers);
        if (covered) {
            session.agreed = now.version;
        }
        return covered;
    }

    /** To be called after a new version was published. */
    void published(ServiceId house) {
        inForce.remove(house);
    }

    private InForce inForce(ServiceId house) {
        return inForce.computeIfAbsent(house, this::read);
    }

    private InForce read(ServiceId house) {
        List<AgreementRecord> own = store.agreements(house);
        int newest = own.stream()
                .map(AgreementRecord::version)
                .max(Comparator.naturalOrder())
                .orElse(AgreementText.BUILT_IN_VERSION);
        Map<String, String> texts = new TreeMap<>();
        own.stream().filter(text -> text.version() == newest).forEach(text -> texts.put(text.language(), text.text()));
        return new InForce(newest, texts.isEmpty() ? AgreementText.builtIn() : texts);
    }
}
