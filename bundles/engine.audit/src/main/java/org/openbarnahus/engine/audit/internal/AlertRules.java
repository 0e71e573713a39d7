// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.service.store.ChainedEntry;

/** The rules, entry by entry, in the order of each chain. Remembers one hour and nothing else; reads no clock. */
final class AlertRules {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    /** What engine.access writes when one login has ended another for the fourth time in a day. */
    private static final String REPEATEDLY = "took-over-repeatedly";

    /** What engine.casework writes when somebody opens a case in an emergency, and when nobody has reviewed that in time. */
    private static final String EMERGENCY = "emergency-access ";

    private static final String EMERGENCY_OVERDUE = "emergency-review-overdue ";

    /** What auth.web writes, once an hour at most, when browsers kept pages from breaking their policy. */
    private static final String PAGE_POLICY = "page-policy";

    /** What is written when copies of the trail have not arrived elsewhere for some time. */
    private static final String SINK = "sink";

    /** What auth.web writes, once an hour at most, of requests that it refuses; denied when there were many. */
    private static final String DOOR = "door";

    /** What store.jpa writes of a row that lets somebody in and that the product has not written. */
    private static final String SEAL = "seal";

    private static final Set<Action> WORK = EnumSet.of(
            Action.CREATE,
            Action.READ,
            Action.SEARCH,
            Action.CHANGE,
            Action.REMOVE,
            Action.RESTORE,
            Action.IMPORT,
            Action.EXPORT);

    /** How many rows of a list were given, in the detail that engine.casework writes. */
    private static final Pattern SHOWN = Pattern.compile(",shown:(\\d{1,6})$");

    /** What engine.indicators writes of a figure for days or codes of a reader's choice, who does not reach all cases. */
    private static final String NARROWED = ",narrowed";

    private record Who(ServiceId house, Optional<UserId> user, String rule) {}

    private record Seen(Instant at, int weight) {}

    private final Thresholds thresholds;
    private final Function<ServiceId, ZoneId> zones;
    /** What counts towards a rule: for bulk reading a case, else the entry; with its newest time. */
    private final Map<Who, Map<String, Seen>> recent = new HashMap<>();

    AlertRules(Thresholds thresholds, Function<ServiceId, ZoneId> zones) {
        this.thresholds = thresholds;
        this.zones = zones;
    }

    List<Finding> see(ChainedEntry linked) {
        AuditEntry entry = linked.entry();
        List<Finding> findings = new ArrayList<>();
        emergency(linked, findings);
        installation(linked, findings);
        if (entry.objectType().equals(EventReader.GRAVE)) {
            findings.add(finding(linked, Finding.GRAVE_STOPPED));
        }
        if (entry.action() == Action.SIGN_IN && entry.result() == Result.DENIED) {
            int most = entry.user().isPresent() ? thresholds.guesses() : thresholds.unknownNames();
            if (counted(linked, Finding.GUESSING, HOUR) >= most) {
                findings.add(finding(linked, Finding.GUESSING));
            }
        } else if (entry.action() == Action.SIGN_IN && entry.detail().equals(REPEATEDLY)) {
            // sharing a login is always a breach (Hub guidance): two people who keep ending each other's session
            findings.add(finding(linked, Finding.SHARED_LOGIN));
        } else if (entry.user().isPresent() && entry.result() == Result.DENIED) {
            findings.add(finding(linked, Finding.DENIED));
            if (counted(linked, Finding.DENIAL_BURST, TEN_MINUTES) >= thresholds.denials()) {
                findings.add(finding(linked, Finding.DENIAL_BURST));
            }
        } else if (entry.user().isPresent() && WORK.contains(entry.action())) {
            work(linked, findings);
        }
        return findings;
    }

    private static void emergency(ChainedEntry linked, List<Finding> findings) {
        AuditEntry entry = linked.entry();
        if (!entry.objectType().equals("case") || entry.result() != Result.DONE) {
            return;
        }
        if (entry.detail().startsWith(EMERGENCY)) {
            findings.add(finding(linked, Finding.EMERGENCY));
        } else if (entry.detail().startsWith(EMERGENCY_OVERDUE)) {
            findings.add(finding(linked, Finding.EMERGENCY_OVERDUE));
        }
    }

    /** What concerns every house, told by whoever counts it. */
    private static void installation(ChainedEntry linked, List<Finding> findings) {
        AuditEntry entry = linked.entry();
        if (entry.objectType().equals(PAGE_POLICY)) {
            findings.add(finding(linked, Finding.PAGE_POLICY));
        } else if (entry.objectType().equals(SINK) && entry.result() == Result.REFUSED) {
            findings.add(finding(linked, Finding.SINK_LATE));
        } else if (entry.objectType().equals(DOOR) && entry.result() == Result.DENIED) {
            findings.add(finding(linked, Finding.DOOR));
        } else if (entry.objectType().equals(SEAL) && entry.result() == Result.REFUSED) {
            findings.add(finding(linked, Finding.FOREIGN_ROW));
        }
    }

    private void work(ChainedEntry linked, List<Finding> findings) {
        AuditEntry entry = linked.entry();
        if (thresholds.odd(entry.at().atZone(zones.apply(linked.chain())).toLocalTime())) {
            findings.add(finding(linked, Finding.ODD_HOURS));
        }
        if (entry.action() == Action.READ
                && entry.objectType().equals("case")
                && counted(linked, Finding.BULK_READ, entry.objectId(), 1, HOUR) > thresholds.cases()) {
            findings.add(finding(linked, Finding.BULK_READ));
        }
        if (entry.objectType().equals("indicator")
                && entry.detail().endsWith(NARROWED)
                && counted(linked, Finding.BULK_FIGURES, HOUR) > thresholds.questions()) {
            findings.add(finding(linked, Finding.BULK_FIGURES));
        }
        Matcher shown = SHOWN.matcher(entry.detail());
        if (entry.action() == Action.SEARCH && entry.objectType().equals("case") && shown.find()) {
            int rows = Integer.parseInt(shown.group(1));
            if (counted(linked, Finding.BULK_LIST, String.valueOf(linked.seq()), rows, HOUR) > thresholds.rows()) {
                findings.add(finding(linked, Finding.BULK_LIST));
            }
        }
    }

    private int counted(ChainedEntry linked, String rule, Duration window) {
        return counted(linked, rule, String.valueOf(linked.seq()), 1, window);
    }

    /** What all different things weigh together that count towards the rule within the window that ends with this entry. */
    private int counted(ChainedEntry linked, String rule, String thing, int weight, Duration window) {
        Instant oldest = linked.entry().at().minus(window);
        Who who = new Who(linked.chain(), linked.entry().user(), rule);
        Map<String, Seen> things = recent.computeIfAbsent(who, w -> new HashMap<>());
        things.values().removeIf(seen -> !seen.at().isAfter(oldest));
        things.put(thing, new Seen(linked.entry().at(), weight));
        return things.values().stream().mapToInt(Seen::weight).sum();
    }

    /** Forgets whoever has been quiet; to be called now and then. */
    void forget(Instant now) {
        Instant oldest = now.minus(HOUR);
        recent.values()
                .removeIf(things ->
                        things.values().stream().noneMatch(seen -> seen.at().isAfter(oldest)));
    }

    private static Finding finding(ChainedEntry linked, String rule) {
        AuditEntry entry = linked.entry();
        return new Finding(linked.chain(), rule, entry.user(), entry.at(), linked.seq());
    }
}
