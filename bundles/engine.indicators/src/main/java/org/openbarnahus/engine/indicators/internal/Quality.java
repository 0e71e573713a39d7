// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.indicator.IndicatorValue;
import org.openbarnahus.core.model.indicator.Tally;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.QualityService;
import org.openbarnahus.core.service.gate.CaseGate;
import org.openbarnahus.core.service.gate.PaceGate;
import org.openbarnahus.core.service.gate.SchemaGate;
import org.openbarnahus.core.service.query.IndicatorDescription;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.openbarnahus.engine.indicators.internal.Catalogue.Offer;
import org.openbarnahus.engine.indicators.internal.Readers.Sight;
import org.openbarnahus.spi.indicator.IndicatorCalculator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers questions about the session's own house, over its facts as they are now. */
@Component
public final class Quality implements QualityService {
    private static final Logger LOG = LoggerFactory.getLogger(Quality.class);

    private static final Comparator<IndicatorDescription> BY_STANDARD = Comparator.comparing(
                    IndicatorDescription::standard, Quality::compareStandards)
            .thenComparing(IndicatorDescription::id);

    /** What the trail says of a question that counts towards the alert of many narrowed figures: read by engine.audit. */
    private static final String NARROWED = ",narrowed";

    private final CaseGate access;
    private final SchemaGate schema;
    private final Facts facts;
    private final Catalogue catalogue;
    private final SiteStore site;
    private final TimeSource time;
    private final Lag lag;
    private final PaceGate pace;
    private final Readers readers;

    @Activate
    public Quality(
            @Reference CaseGate access,
            @Reference SchemaGate schema,
            @Reference SiteStore site,
            @Reference TimeSource time,
            @Reference Facts facts,
            @Reference Catalogue catalogue,
            @Reference PaceGate pace) {
        this.access = access;
        this.schema = schema;
        this.facts = facts;
        this.catalogue = catalogue;
        this.site = site;
        this.time = time;
        this.lag = new Lag(site, time);
        this.pace = pace;
        this.readers = new Readers(access, pace, site, time);
    }

    @Override
    public List<IndicatorDescription> indicators(Session session) {
        if (denied(session)) {
            return List.of();
        }
        return schema.newest(session.actor().country()).map(this::describe).orElse(List.of());
    }

    @Override
    public Outcome<IndicatorValue> value(
            Session session, String id, LocalDate from, LocalDate to, Map<FieldId, Set<String>> filter) {
        Question question = new Question(from, to, filter);
        return values(session, id, question, false).map(List::getFirst);
    }

    @Override
    public Outcome<List<IndicatorValue>> quarters(
            Session session, String id, LocalDate from, LocalDate to, Map<FieldId, Set<String>> filter) {
        return values(session, id, new Question(from, to, filter), true);
    }

    @Override
    public Optional<Long> lagSeconds(Session session) {
        return denied(session) ? Optional.empty() : lag.seconds();
    }

    private Outcome<List<IndicatorValue>> values(Session session, String id, Question question, boolean quarters) {
        return access.admit(session, Permission.INDICATOR_READ)
                .then(purpose -> admitted(session, id, question, quarters));
    }

    private Outcome<List<IndicatorValue>> admitted(Session session, String id, Question question, boolean quarters) {
        String country = session.actor().country();
        Optional<SchemaSnapshot> snapshot = schema.newest(country);
        if (snapshot.isEmpty()) {
            return Outcome.refused(Problem.at(ErrorCode.NO_COUNTRY_PACK, "", "country", country));
        }
        Optional<Offer> offer =
                Optional.ofNullable(catalogue.offers(snapshot.get()).get(id));
        if (offer.isEmpty()) {
            return Outcome.refused(Problem.at(ErrorCode.NOT_FOUND, "id"));
        }
        List<Problem> problems = question.problems(snapshot.get());
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        Outcome<Sight> sight = readers.sight(session, id, question);
        if (sight instanceof Outcome.Refused<Sight>) {
            site.audit(entry(session, id, question, AuditEntry.Result.REFUSED, "reading-on"));
        }
        return sight.then(seen -> told(session, offer.get(), question, quarters).map(values -> {
            String detail = question.from() + "/" + question.to() + (seen.first() ? NARROWED : "");
            site.audit(entry(session, id, question, AuditEntry.Result.DONE, detail));
            return seen.of(values);
        }));
    }

    private Outcome<List<IndicatorValue>> told(Session session, Offer offer, Question question, boolean quarters) {
        Periods periods = quarters
                ? Periods.quarters(question.from(), question.to())
                : Periods.one(question.from(), question.to());
        // reading all cases anew, after a start, is the heaviest of it
        return pace.heavy(session, () -> count(facts.of(session.actor().service()), offer, periods, question.filter()));
    }

    /** Which indicator, over which period, narrowed by which fields; not by what. */
    private AuditEntry entry(Session session, String id, Question question, AuditEntry.Result result, String detail) {
        return new AuditEntry(
                time.now(),
                Optional.of(session.actor().service()),
                Optional.of(session.actor().user()),
                session.id(),
                Purpose.QUALITY,
                AuditEntry.Action.READ,
                "indicator",
                id,
                result,
                question.filter().keySet().stream().map(FieldId::value).collect(Collectors.toSet()),
                detail);
    }

    private Outcome<List<IndicatorValue>> count(
            FactTable table, Offer offer, Periods periods, Map<FieldId, Set<String>> filter) {
        Instant now = time.now();
        List<IndicatorValue> values = new ArrayList<>();
        try {
            List<Tally> tallies = Count.over(table, offer.calculator(), periods, filter);
            for (int i = 0; i < periods.count(); i++) {
                values.add(value(offer, periods.from(i), periods.to(i), tallies.get(i), now));
            }
        } catch (RuntimeException | LinkageError e) {
            // the message may quote facts: the type alone is logged
            String id = offer.calculator().id();
            LOG.error("indicator {} failed with {}", id, e.getClass().getName());
            return Outcome.refused(Problem.at(ErrorCode.PLUGIN_FAILED, "id", "detail", id));
        }
        return Outcome.done(List.copyOf(values));
    }

    private static IndicatorValue value(Offer offer, LocalDate from, LocalDate to, Tally tally, Instant now) {
        IndicatorCalculator calculator = offer.calculator();
        return new IndicatorValue(
                calculator.id(),
                from,
                to,
                calculator.kind(),
                tally,
                Count.value(calculator.kind(), tally),
                Count.p90(calculator.kind(), tally),
                Optional.of(calculator.info()),
                now,
                offer.version(),
                Set.of());
    }

    private List<IndicatorDescription> describe(SchemaSnapshot snapshot) {
        return catalogue.offers(snapshot).values().stream()
                .map(Quality::describe)
                .sorted(BY_STANDARD)
                .toList();
    }

    private static IndicatorDescription describe(Offer offer) {
        IndicatorCalculator c = offer.calculator();
        return new IndicatorDescription(c.id(), c.version(), c.standard(), c.kind(), c.info(), offer.data());
    }

    private boolean denied(Session session) {
        return !(access.decide(session, Permission.INDICATOR_READ) instanceof Decision.Allowed);
    }

    /** 2 before 10, 1.3 before 1.10. */
    private static int compareStandards(String left, String right) {
        String[] a = left.split("\\.", -1);
        String[] b = right.split("\\.", -1);
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int byLength = Integer.compare(a[i].length(), b[i].length());
            int order = byLength != 0 ? byLength : a[i].compareTo(b[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length, b.length);
    }
}
