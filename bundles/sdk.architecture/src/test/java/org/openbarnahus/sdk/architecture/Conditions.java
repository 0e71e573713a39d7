// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.lang.annotation.Annotation;
import java.util.function.BiPredicate;

/** The conditions that ArchUnit does not bring. */
final class Conditions {
    private Conditions() {}

    static ArchCondition<JavaClass> dependOnlyWhereLayersAllow() {
        return onDependencies("depend only where layers allow", Layers::allows);
    }

    static ArchCondition<JavaClass> notDependOnInternalsOfOthers() {
        return onDependencies(
                "not depend on internals of others",
                (from, to) -> !isInternal(to)
                        || Layers.bundle(to).isEmpty()
                        || Layers.bundle(from).equals(Layers.bundle(to)));
    }

    static ArchCondition<JavaClass> lieInAnExportedOrInternalPackage(Class<? extends Annotation> exported) {
        return new ArchCondition<>("lie in an exported package or below internal") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean fine = isInternal(type.getPackageName())
                        || type.getPackage().isAnnotatedWith(exported)
                        || type.getSimpleName().equals("package-info");
                if (!fine) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is public in a hidden package"));
                }
            }
        };
    }

    static SliceAssignment packagesOfOurs() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return type.getPackageName().startsWith(Layers.ROOT)
                        ? SliceIdentifier.of(type.getPackageName())
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "each package";
            }
        };
    }

    private static boolean isInternal(String packageName) {
        return (packageName + ".").contains(".internal.");
    }

    private static ArchCondition<JavaClass> onDependencies(String text, BiPredicate<String, String> allowed) {
        return new ArchCondition<>(text) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (!allowed.test(type.getPackageName(), target.getPackageName())) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
