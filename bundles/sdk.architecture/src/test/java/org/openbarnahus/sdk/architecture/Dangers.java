// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/**
 * What the product does not do at all, so that nobody has to ask whether it does it safely: each rule keeps out a whole class of
 * holes (OWASP ASVS 5.0 V1.2, V1.3, V1.5, V6.3, V13.2, V15.3).
 */
final class Dangers {
    private static final String SIGN_IN_ELSEWHERE = "org.openbarnahus.auth.oidc.internal.";
    private static final String SOCKET_OF_THE_OWNER = "org.openbarnahus.rest.admin.";
    private static final String COPIES_OF_THE_TRAIL = "org.openbarnahus.engine.audit.internal.sink.";
    private static final Set<String> CALLERS = Set.of(
            "java.net.Socket",
            "java.net.ServerSocket",
            "java.net.DatagramSocket",
            "java.net.URLConnection",
            "java.net.HttpURLConnection",
            "javax.net.ssl.HttpsURLConnection",
            "java.nio.channels.SocketChannel",
            "java.nio.channels.ServerSocketChannel",
            "java.nio.channels.DatagramChannel",
            "java.nio.channels.AsynchronousSocketChannel");

    static final ArchRule NOBODY_STARTS_A_PROGRAM = noClasses()
            .should()
            .dependOnClassesThat(named("java.lang.ProcessBuilder", "java.lang.Process"))
            .orShould()
            .callMethod(Runtime.class, "exec", String.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String[].class)
            .orShould()
            .callMethod(System.class, "load", String.class)
            .orShould()
            .callMethod(System.class, "loadLibrary", String.class)
            .as("nobody starts a program or loads native code");

    static final ArchRule NOBODY_CALLS_OUT = noClasses()
            .that(areNot(
                    "the identity provider's client, the owner's socket or the copies of the trail",
                    SIGN_IN_ELSEWHERE,
                    SOCKET_OF_THE_OWNER,
                    COPIES_OF_THE_TRAIL))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net.http..", "org.apache.http..", "okhttp3.."))
            .orShould()
            .dependOnClassesThat(named(CALLERS.toArray(String[]::new)))
            .orShould()
            .callMethod(java.net.URI.class, "toURL")
            .orShould()
            .callMethod(java.net.URL.class, "openConnection")
            .as("nobody but sign-in by a provider, the owner's socket and copies of the trail opens a connection");

    static final ArchRule NOBODY_REVIVES_OBJECTS = noClasses()
            .should()
            .dependOnClassesThat(named("java.io.ObjectInputStream", "java.beans.XMLDecoder"))
            .as("nobody makes objects of bytes that came from elsewhere");

    static final ArchRule NOBODY_LOOKS_NAMES_UP = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("javax.naming..", "java.rmi..", "javax.management.remote..", "com.unboundid.."))
            .as("nobody looks up names in directories");

    static final ArchRule NOBODY_RUNS_TEXT = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "javax.script..",
                    "javax.tools..",
                    "jdk.jshell..",
                    "jakarta.el..",
                    "org.mvel2..",
                    "org.springframework.expression..",
                    "freemarker..",
                    "org.apache.velocity..",
                    "org.thymeleaf..",
                    "groovy.."))
            .as("nobody runs text as a script, an expression or a template");

    static final ArchRule NOBODY_READS_XML = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "javax.xml.parsers..", "javax.xml.stream..", "javax.xml.transform..", "org.xml.sax.."))
            .as("nobody reads XML");

    static final ArchRule NOBODY_SENDS_MAIL = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("jakarta.mail..", "javax.mail..", "org.apache.commons.mail.."))
            .as("nobody sends mail");

    static final ArchRule NOBODY_WRITES_RAW_MARKUP = noClasses()
            .should()
            .dependOnClassesThat(named(
                    "com.vaadin.flow.component.Html",
                    "com.vaadin.flow.component.html.IFrame",
                    "com.vaadin.flow.component.richtexteditor.RichTextEditor"))
            .as("pages are made of components and text, never of markup");

    static final List<ArchRule> ALL = List.of(
            NOBODY_STARTS_A_PROGRAM,
            NOBODY_CALLS_OUT,
            NOBODY_REVIVES_OBJECTS,
            NOBODY_LOOKS_NAMES_UP,
            NOBODY_RUNS_TEXT,
            NOBODY_READS_XML,
            NOBODY_SENDS_MAIL,
            NOBODY_WRITES_RAW_MARKUP);

    private Dangers() {}

    private static DescribedPredicate<JavaClass> named(String... names) {
        Set<String> all = Set.of(names);
        return DescribedPredicate.describe("are one of " + all, type -> all.contains(type.getName()));
    }

    private static DescribedPredicate<JavaClass> areNot(String description, String... prefixes) {
        return DescribedPredicate.describe(
                "are not " + description, type -> List.of(prefixes).stream().noneMatch(type.getName()::startsWith));
    }
}
