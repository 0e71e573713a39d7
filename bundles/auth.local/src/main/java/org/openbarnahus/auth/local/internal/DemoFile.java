// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.openbarnahus.core.service.store.BarnahusRecord;

/** The text of {@code demo-credentials.json}: what scripts and tests sign in with. */
final class DemoFile {
    private DemoFile() {}

    record User(DemoPlan.Member member, String password, String totpSecret) {}

    static String text(String baseUrl, List<BarnahusRecord> houses, List<User> users) {
        return """
                {"baseUrl": %s, "caCertificate": "etc/tls/ca.pem",
                 "services": [
                  %s],
                 "users": [
                  %s],
                 "apiKeys": []}
                """.formatted(
                        quoted(baseUrl),
                        houses.stream().map(DemoFile::house).collect(Collectors.joining(",\n  ")),
                        users.stream().map(DemoFile::user).collect(Collectors.joining(",\n  ")));
    }

    private static String house(BarnahusRecord house) {
        return "{\"id\": %s, \"code\": %s, \"country\": %s, \"name\": %s}"
                .formatted(
                        quoted(house.id().toString()),
                        quoted(house.code()),
                        quoted(house.country()),
                        quoted(house.name()));
    }

    private static String user(User user) {
        DemoPlan.Member member = user.member();
        return ("{\"username\": %s, \"password\": %s, \"totpSecret\": %s, \"service\": %s, \"roles\": [%s],"
                        + " \"agency\": %s}")
                .formatted(
                        quoted(member.username()),
                        quoted(user.password()),
                        quoted(user.totpSecret()),
                        quoted(member.house().code()),
                        quoted(member.role().code()),
                        quoted(member.agency().code()));
    }

    /** Everything here is made of letters, digits and a few signs that JSON takes as they are. */
    private static String quoted(String text) {
        if (text.chars().anyMatch(c -> c < ' ' || c == '"' || c == '\\')) {
            throw new IllegalArgumentException("a text that JSON must escape");
        }
        return '"' + text + '"';
    }
}
