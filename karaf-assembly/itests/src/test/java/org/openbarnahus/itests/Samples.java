// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.openbarnahus.itests.Api.Answer;

/** Bodies that are right, to be spoilt by the tests. */
final class Samples {
    private Samples() {}

    /** A Swedish case; {@code more} goes into {@code core}. */
    static String swedishCase(int age, String more) {
        return """
                {"core": {"case_date": "%s", "report_date": "%s", "initiated_by": "police", "child_role": "victim",
                 "age": %d, "sex": "female", "municipality": "0180", "suspicion": [{"code": "physical_other", "main": true}],
                 "online_element": "none"%s}, "national": {}}""".formatted(LocalDate.now().minusDays(20), LocalDate.now().minusDays(25), age, more);
    }

    /** The same with two entries on its timeline. */
    static String withTimeline(String body) {
        return body.substring(0, body.length() - 1) + ", \"timeline\": [" + referral() + ", "
                + interview(LocalDate.now().minusDays(9)) + "]}";
    }

    static String referral() {
        return """
                {"type": "referral", "date": "%s", "conditions": {"eligibility": "accepted", "urgency": "soon"}}""".formatted(LocalDate.now().minusDays(19));
    }

    static String interview(LocalDate date) {
        return """
                {"type": "forensic_interview", "date": "%s", "location": "barnahus",
                 "conditions": {"interview.protocol": "nichd_revised"}}""".formatted(date);
    }

    static String note(String text) {
        return Api.JSON
                .createObjectNode()
                .put("type", "follow_up_contact")
                .put("date", LocalDate.now().minusDays(3).toString())
                .put("note", text)
                .toString();
    }

    /** The same child in Oslo. */
    static String norwegianCase(int age) {
        return swedishCase(age, "").replace("\"0180\"", "\"0301\"");
    }

    /** Somebody of the agencies works with the case from now on. */
    static Answer join(Api coordinator, String caseId, String username) throws Exception {
        String members = "/cases/" + caseId + "/members";
        Answer done = coordinator.put(
                members + "/" + username, "{}", coordinator.get(members).etag());
        assertEquals(done.body().toString(), 200, done.status());
        return done;
    }

    static String id(Answer answer) {
        return answer.body().path("id").stringValue();
    }

    /** Asks again and again until the answer is wanted; the last answer is in the failure. */
    static <T> T await(Duration patience, Callable<T> question, Predicate<T> wanted) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        T answer = question.call();
        while (!wanted.test(answer)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("after " + patience + " still " + answer);
            }
            Thread.sleep(100);
            answer = question.call();
        }
        return answer;
    }
}
