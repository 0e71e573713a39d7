// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.osgi.annotation.versioning.Version;
import org.osgi.service.component.annotations.Component;

/** One sentence each. All of them hold for bundles that do not exist yet. */
final class Rules {
    private static final String OURS = "org.openbarnahus..";
    private static final String SESSION = "org.openbarnahus.core.security.Session";
    private static final String REQUIRES = "org.openbarnahus.core.security.Requires";
    private static final String TIME_SOURCE = "org.openbarnahus.core.service.store.TimeSource";
    private static final String VAADIN_COMPONENT = "com.vaadin.flow.component.Component";

    static final ArchRule ARROWS_POINT_DOWN =
            classes().should(Conditions.dependOnlyWhereLayersAllow()).as("a bundle uses only what its layer may use");

    static final ArchRule INTERNAL_IS_PRIVATE = classes()
            .should(Conditions.notDependOnInternalsOfOthers())
            .as("nobody uses an internal package of another bundle");

    static final ArchRule PERSISTENCE_IS_FENCED = noClasses()
            .that(not("is store.jpa", c -> in(c, "store.jpa")))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "jakarta.persistence..",
                    "java.sql..",
                    "javax.sql..",
                    "org.eclipse.persistence..",
                    "org.flywaydb..",
                    "org.h2..",
                    "org.postgresql..",
                    "com.zaxxer.."))
            .as("only store.jpa knows SQL and persistence");

    static final ArchRule WEB_IS_FENCED = noClasses()
            .that(not(
                    "is rest, auth, ui.shell or ui.child",
                    c -> ofLayer(c, "rest", "auth", "platform") || in(c, "ui.shell") || in(c, "ui.child")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("jakarta.servlet..", "jakarta.ws.rs..", "org.apache.cxf.."))
            .as("only rest, auth, ui.shell and ui.child know servlets and JAX-RS");

    static final ArchRule VAADIN_IS_FENCED = noClasses()
            .that(not(
                    "is ui or a plugin's view",
                    c -> ofLayer(c, "ui", "platform") || Layers.isPluginView(c.getPackageName())))
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.vaadin.."))
            .as("only ui and the view packages of plugins know Vaadin");

    static final ArchRule SUMMARIES_NEVER_SEE_A_CASE = noClasses()
            .that()
            .resideInAnyPackage("org.openbarnahus.engine.summary..", "org.openbarnahus.rest.network..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.openbarnahus.core.model.casefile.."))
            .as("engine.summary and rest.network never touch case types");

    static final ArchRule CALCULATORS_SEE_NO_IDENTIFIER = noClasses()
            .that()
            .resideInAnyPackage("org.openbarnahus.core.model.fact..", "org.openbarnahus.spi.indicator..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.openbarnahus.core.model.casefile..", "org.openbarnahus.core.model.id.."))
            .as("what calculators are handed exposes no free text and no identifier");

    static final ArchRule TIME_COMES_FROM_ONE_PLACE = noClasses()
            .that(not("provides the time", c -> c.isAssignableTo(TIME_SOURCE)))
            .should()
            .callCodeUnitWhere(readsTheClockOrDice())
            .as("nobody but the time source reads the clock, and nobody draws unseeded random numbers");

    static final ArchRule PUBLISHING_IS_DELIBERATE = classes()
            .that()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .and()
            .resideInAPackage(OURS)
            .and(not("is a component", c -> c.isAnnotatedWith(Component.class)))
            .should(Conditions.lieInAnExportedOrInternalPackage(Version.class))
            .as("a public type lies in an exported package, or below internal, or is a component");

    static final ArchRule VIEWS_ARE_PACKAGE_PRIVATE = classes()
            .that()
            .haveSimpleNameEndingWith("View")
            .and(not("is no Vaadin component", c -> !c.isAssignableTo(VAADIN_COMPONENT)))
            .should()
            .bePackagePrivate()
            .as("views are package-private");

    static final ArchRule NO_CYCLES = slices().assignedFrom(Conditions.packagesOfOurs())
            .should()
            .beFreeOfCycles()
            .as("packages have no cycles");

    static final ArchRule SERVICES_STATE_THEIR_PERMISSION = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("org.openbarnahus.core.service..")
            .and()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Service")
            .and(takeASession())
            .should()
            .beAnnotatedWith(REQUIRES)
            .as("a service method that takes a session states its permission");

    static final List<ArchRule> ALL = List.of(
            ARROWS_POINT_DOWN,
            INTERNAL_IS_PRIVATE,
            PERSISTENCE_IS_FENCED,
            WEB_IS_FENCED,
            VAADIN_IS_FENCED,
            SUMMARIES_NEVER_SEE_A_CASE,
            CALCULATORS_SEE_NO_IDENTIFIER,
            TIME_COMES_FROM_ONE_PLACE,
            PUBLISHING_IS_DELIBERATE,
            VIEWS_ARE_PACKAGE_PRIVATE,
            NO_CYCLES,
            SERVICES_STATE_THEIR_PERMISSION);

    private Rules() {}

    private static boolean in(JavaClass type, String bundle) {
        return Layers.bundle(type.getPackageName()).equals(bundle);
    }

    private static boolean ofLayer(JavaClass type, String... words) {
        return List.of(words).contains(Layers.word(Layers.bundle(type.getPackageName())));
    }

    private static DescribedPredicate<JavaClass> not(
            String description, java.util.function.Predicate<JavaClass> exception) {
        return DescribedPredicate.describe("unless it " + description, exception.negate());
    }

    private static DescribedPredicate<JavaMethod> takeASession() {
        return DescribedPredicate.describe(
                "take a session",
                method -> method.getRawParameterTypes().stream()
                        .anyMatch(type -> type.getName().equals(SESSION)));
    }

    private static DescribedPredicate<JavaCall<?>> readsTheClockOrDice() {
        DescribedPredicate<CodeUnitCallTarget> clock = DescribedPredicate.describe(
                "reads the clock",
                target -> (target.getName().equals("now")
                                && target.getOwner().getPackageName().equals("java.time")
                                && target.getRawParameterTypes().stream()
                                        .noneMatch(p -> p.getName().equals("java.time.Clock")))
                        || (target.getName().startsWith("system")
                                && target.getOwner().getName().equals("java.time.Clock"))
                        || target.getFullName().equals("java.lang.System.currentTimeMillis()")
                        || target.getFullName().equals("java.lang.Math.random()")
                        || target.getFullName().equals("java.util.Random.<init>()"));
        return JavaCall.Predicates.target(clock);
    }
}
