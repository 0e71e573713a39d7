// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.AgreementService;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.command.AcceptAgreement;
import org.openbarnahus.core.service.query.Agreement;
import org.openbarnahus.core.service.store.AcceptanceRecord;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The user agreement: to read and sign before the first page, and to print afterwards. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(WebContext.SELECT)
@HttpWhiteboardServletPattern(WebContext.AGREEMENT)
public final class AgreementServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String TO = "to";

    private final transient AgreementService agreements;

    @Activate
    public AgreementServlet(@Reference AgreementService agreements, BundleContext context) {
        this(agreements, isDemo(context));
    }

    AgreementServlet(AgreementService agreements, boolean demo) {
        super(demo);
        this.agreements = agreements;
    }

    @Override
    boolean behindSignIn() {
        return true;
    }

    @Override
    void sent(HttpServletRequest request, HttpServletResponse response, Texts texts) throws IOException {
        Outcome<AcceptanceRecord> outcome;
        try {
            outcome = agreements.accept(session(request).orElseThrow(), signature(request));
        } catch (StoreUnavailableException e) {
            page(request, response, 503, alert(texts.get("later")), Map.of());
            return;
        }
        switch (outcome) {
            case Outcome.Done<AcceptanceRecord> done ->
                response.sendRedirect(SignInServlet.target(parameter(request, TO)));
            case Outcome.Refused<AcceptanceRecord> refused -> {
                Map<String, String> errors = new HashMap<>();
                refused.problems().forEach(problem -> errors.putIfAbsent(problem.path(), message(problem, texts)));
                String whole = errors.containsKey("") ? alert(errors.getOrDefault("", "")) : "";
                page(request, response, 422, whole, errors);
            }
        }
    }

    private static AcceptAgreement signature(HttpServletRequest request) {
        String version = parameter(request, "version");
        return new AcceptAgreement(
                version.matches("[0-9]{1,6}") ? Integer.parseInt(version) : 0,
                parameter(request, "language"),
                parameter(request, "hash"),
                parameter(request, "name"),
                parameter(request, "title"),
                parameter(request, "organisation"));
    }

    @Override
    void page(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String above,
            Map<String, String> errors)
            throws IOException {
        Texts texts = texts(request, response);
        Session session = session(request).orElseThrow();
        String main;
        try {
            Agreement text = agreements.current(session, texts.locale()).orElseThrow();
            Optional<AcceptanceRecord> signed = agreements.mine(session).orElseThrow().stream()
                    .filter(each -> each.version() == text.version())
                    .findFirst();
            main = above
                    + html(text)
                    + signed.map(each -> signature(texts, each, session))
                            .orElseGet(() -> form(
                                    request, response, WebContext.AGREEMENT, fields(request, texts, text, errors)));
        } catch (StoreUnavailableException e) {
            page(texts).send(response, 503, "", "agreement.title", alert(texts.get("later")));
            return;
        }
        page(texts).send(response, status, WebContext.AGREEMENT, "agreement.title", main);
    }

    /** Lines of text; those that begin with a hyphen are the commitments. */
    private static String html(Agreement agreement) {
        String body = agreement
                .text()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.startsWith("- ")
                        ? "<li>" + Texts.escape(line.substring(2)) + "</li>"
                        : "<p>" + Texts.escape(line) + "</p>")
                .collect(Collectors.joining("\n"));
        String listed = body.replace("</p>\n<li>", "</p>\n<ol><li>").replace("</li>\n<p>", "</li></ol>\n<p>");
        boolean open = listed.endsWith("</li>");
        return "<article class=\"agreement\" lang=\"" + Texts.escape(agreement.language()) + "\">\n"
                + (listed.startsWith("<li>") ? "<ol>" : "") + listed + (open ? "</ol>" : "") + "</article>\n";
    }

    private static String fields(
            HttpServletRequest request, Texts texts, Agreement agreement, Map<String, String> errors) {
        return hidden(TO, SignInServlet.target(parameter(request, TO)))
                + hidden("version", Integer.toString(agreement.version()))
                + hidden("language", agreement.language())
                + hidden("hash", agreement.hash())
                + field(request, texts, "name", "name", errors)
                + field(request, texts, "title", "organization-title", errors)
                + field(request, texts, "organisation", "organization", errors)
                + "<p class=\"hint\">" + texts.html("agreement.kept") + "</p>\n"
                + button(texts, "agreement.sign");
    }

    private static String field(
            HttpServletRequest request, Texts texts, String name, String autocomplete, Map<String, String> errors) {
        return new Field(
                        name,
                        name.equals("title") ? "agreement.position" : "agreement." + name,
                        "type=\"text\" maxlength=\"200\" autocomplete=\"" + autocomplete + "\"")
                .html(texts, parameter(request, name), "", errors);
    }

    private static String signature(Texts texts, AcceptanceRecord signed, Session session) {
        return "<dl class=\"signature\"><dt>" + texts.html("agreement.name") + "</dt><dd>" + Texts.escape(signed.name())
                + "</dd><dt>" + texts.html("agreement.position") + "</dt><dd>" + Texts.escape(signed.title())
                + "</dd><dt>"
                + texts.html("agreement.organisation") + "</dt><dd>" + Texts.escape(signed.organisation())
                + "</dd><dt>" + texts.html("agreement.date") + "</dt><dd>"
                + signed.at().atOffset(ZoneOffset.UTC).toLocalDate() + "</dd><dt>" + texts.html("agreement.version")
                + "</dt><dd>" + session.actor().serviceCode() + " " + signed.version() + " "
                + Texts.escape(signed.language()) + "<br><code>" + Texts.escape(signed.hash())
                + "</code></dd></dl>\n<p class=\"note\">" + texts.html("agreement.print")
                + "</p>\n<p class=\"note\"><a href=\"" + WebContext.ACCOUNT + "\">" + texts.html("account.title")
                + "</a></p>\n";
    }
}
