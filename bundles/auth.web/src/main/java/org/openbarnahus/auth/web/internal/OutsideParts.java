// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.auth.web.WebSession;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.service.OutsideAccountService;
import org.openbarnahus.core.service.gate.OutsideGate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What our pages show of an identity provider outside: nothing at all while none is configured. */
@Component(service = OutsideParts.class)
public final class OutsideParts {
    static final String FOR = "for";
    static final String TO = "to";

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable OutsideGate provider;

    private final OutsideAccountService accounts;

    @Activate
    public OutsideParts(@Reference OutsideAccountService accounts) {
        this.accounts = accounts;
    }

    Optional<OutsideGate> provider() {
        return Optional.ofNullable(provider);
    }

    /** The second way on the sign-in page. */
    String signIn(HttpServletRequest request, HttpServletResponse response, Texts texts, String target) {
        return provider()
                .map(there -> button(request, response, "sign-in", target, texts.get("outside.sign-in"), there.name()))
                .orElse("");
    }

    /** In the place of the own second factor, for whoever is linked. */
    String stepUp(HttpServletRequest request, HttpServletResponse response, Texts texts, String target) {
        return provider()
                .filter(there -> linked(request).isPresent())
                .map(there -> button(request, response, "step-up", target, texts.get("outside.step-up"), there.name()))
                .orElse("");
    }

    /** In My account. */
    String account(HttpServletRequest request, HttpServletResponse response, Texts texts, boolean fresh) {
        return provider()
                .map(there -> "<section><h2>" + texts.html("outside.title") + "</h2>\n"
                        + state(request, response, texts, fresh, there.name()) + "</section>\n")
                .orElse("");
    }

    private String state(
            HttpServletRequest request, HttpServletResponse response, Texts texts, boolean fresh, String name) {
        Optional<Instant> since = linked(request);
        String words = since.map(at -> texts.get("outside.linked") + " " + name + ", "
                        + texts.day(LocalDate.ofInstant(at, ZoneOffset.UTC)))
                .orElseGet(() -> texts.get("outside.not-linked"));
        String change = since.isPresent()
                ? button(request, response, "unlink", WebContext.ACCOUNT, texts.get("outside.unlink"), name)
                : button(request, response, "link", WebContext.ACCOUNT, texts.get("outside.link"), name);
        return "<p>" + Texts.escape(words) + "</p>\n" + (fresh ? change : "");
    }

    private Optional<Instant> linked(HttpServletRequest request) {
        return WebSession.of(request)
                .map(accounts::linked)
                .flatMap(outcome ->
                        outcome instanceof Outcome.Done<Optional<Instant>> done ? done.value() : Optional.empty());
    }

    private static String button(
            HttpServletRequest request,
            HttpServletResponse response,
            String errand,
            String target,
            String words,
            String name) {
        return PageServlet.form(
                request,
                response,
                WebContext.OUTSIDE,
                PageServlet.hidden(FOR, errand) + PageServlet.hidden(TO, target)
                        + "<button class=\"second\" type=\"submit\">" + Texts.escape(words + " " + name)
                        + "</button>\n");
    }
}
