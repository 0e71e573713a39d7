// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.core.service.query.AccountEvent;
import org.openbarnahus.core.service.query.MyAccount;
import org.openbarnahus.core.service.query.OwnSession;
import org.openbarnahus.core.service.query.SignInRecord;
import org.openbarnahus.core.service.text.AccountEventText;

/**
 * The parts of My account as HTML.
 *
 * @param form makes a form of ours out of fields
 */
record AccountPage(Texts texts, Map<String, String> errors, UnaryOperator<String> form) {

    /**
     * @param events what was changed lately
     * @param passkeyOptions present when the second factor is fresh and things may be changed; empty text when there is no
     *     room for one more passkey
     */
    String html(
            MyAccount account, List<OwnSession> sessions, List<AccountEvent> events, Optional<String> passkeyOptions) {
        return "<p><a class=\"button second\" href=\"/\">" + texts.html("signed-in.go") + "</a></p>\n"
                + section("account.sessions", sessions(sessions, ZoneId.of(account.zone())))
                + section("account.sign-ins", signIns(account))
                + section("account.events", events(events, ZoneId.of(account.zone())))
                + section("recovery.title", recovery(account, passkeyOptions.isPresent()))
                + section("account.passkeys", passkeys(account, passkeyOptions))
                + (passkeyOptions.isPresent() ? section("account.password", password()) : confirm())
                + section(
                        "agreement.title",
                        "<p><a href=\"" + WebContext.AGREEMENT + "\">" + texts.html("account.agreement") + "</a></p>\n")
                + section(
                        "training.title",
                        "<p><a href=\"" + WebContext.TRAINING + "?to=" + WebContext.ACCOUNT + "\">"
                                + texts.html("account.training") + "</a></p>\n");
    }

    private String section(String titleKey, String html) {
        return "<section><h2>" + texts.html(titleKey) + "</h2>\n" + html + "</section>\n";
    }

    private String confirm() {
        return section(
                "account.change",
                "<p>" + texts.html("account.confirm-first") + "</p>\n<a class=\"button\" href=\"" + WebContext.STEP_UP
                        + "?to=" + WebContext.ACCOUNT + "\">" + texts.html("step-up.submit") + "</a>\n");
    }

    private String sessions(List<OwnSession> sessions, ZoneId zone) {
        return "<p class=\"hint\">" + texts.html("account.sessions.hint") + "</p>\n<ul>"
                + sessions.stream().map(each -> session(each, zone)).collect(Collectors.joining()) + "</ul>\n";
    }

    private String session(OwnSession each, ZoneId zone) {
        return "<li>" + Texts.escape(each.browser())
                + (each.current() ? " <strong>(" + texts.html("account.sessions.here") + ")</strong>" : "") + ", "
                + texts.html("account.sessions.since") + " " + texts.moment(each.since(), zone) + ", "
                + texts.html("account.sessions.last") + " " + texts.moment(each.lastActive(), zone)
                + form.apply(PageServlet.hidden("do", "end") + PageServlet.hidden("id", each.id())
                        + "<button class=\"second\" type=\"submit\">" + texts.html("account.sessions.end")
                        + "</button>\n")
                + "</li>";
    }

    private String signIns(MyAccount account) {
        ZoneId zone = ZoneId.of(account.zone());
        return "<p class=\"hint\">" + texts.html("account.sign-ins.hint") + "</p>\n<ul>"
                + account.signIns().stream().map(each -> signIn(each, zone)).collect(Collectors.joining()) + "</ul>\n";
    }

    private String signIn(SignInRecord each, ZoneId zone) {
        return "<li>" + texts.moment(each.at(), zone) + ", " + texts.html("factor." + each.factor())
                + (each.tookOver() ? ". <strong>" + texts.html("account.took-over") + "</strong>" : "") + "</li>";
    }

    private String events(List<AccountEvent> events, ZoneId zone) {
        String list = events.stream()
                .map(event -> "<li>" + texts.moment(event.at(), zone) + ", "
                        + Texts.escape(AccountEventText.of(event.kind(), texts.locale())) + "</li>")
                .collect(Collectors.joining());
        return "<p class=\"hint\">" + texts.html("account.events.hint") + "</p>\n"
                + (list.isEmpty() ? "<p>" + texts.html("account.events.none") + "</p>\n" : "<ul>" + list + "</ul>\n");
    }

    private String recovery(MyAccount account, boolean fresh) {
        return "<p>" + texts.html("recovery.left") + " <strong>" + account.recoveryCodes() + "</strong></p>\n"
                + (fresh
                        ? form.apply(PageServlet.hidden("do", "codes") + "<button class=\"second\" type=\"submit\">"
                                + texts.html("recovery.new") + "</button>\n")
                        : "");
    }

    private String passkeys(MyAccount account, Optional<String> options) {
        ZoneId zone = ZoneId.of(account.zone());
        String list = account.passkeys().stream()
                .map(key -> "<li>" + Texts.escape(key.name()) + ", " + texts.moment(key.created(), zone)
                        + (options.isPresent() ? remove(key) : "") + "</li>")
                .collect(Collectors.joining());
        String add = options.filter(json -> !json.isEmpty())
                .map(json -> form.apply(PageServlet.hidden("do", "passkey")
                        + new Field(
                                        "name",
                                        "account.passkey.name",
                                        "type=\"text\" maxlength=\"60\" autocomplete=\"off\"")
                                .html(texts, "", "account.passkey.name.hint", errors)
                        + Passkey.make(texts, json)))
                .orElse("");
        return "<p class=\"hint\">" + texts.html("account.passkeys.hint") + "</p>\n"
                + (list.isEmpty() ? "<p>" + texts.html("account.passkeys.none") + "</p>\n" : "<ul>" + list + "</ul>\n")
                + add;
    }

    private String remove(MyAccount.Passkey key) {
        return form.apply(PageServlet.hidden("do", "remove") + PageServlet.hidden("id", key.id())
                + "<button class=\"second\" type=\"submit\">" + texts.html("account.passkey.remove") + " <span>"
                + Texts.escape(key.name()) + "</span></button>\n");
    }

    private String password() {
        return form.apply(PageServlet.hidden("do", "password")
                + Field.password("current", "account.password.current", "current-password")
                        .html(texts, "", "", errors)
                + Field.password("password", "account.password.next", "new-password")
                        .html(texts, "", "setup.password.hint", errors)
                + Field.password("again", "setup.password-again", "new-password")
                        .html(texts, "", "", errors)
                + "<button type=\"submit\">" + texts.html("account.password.submit") + "</button>\n");
    }
}
