// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.BeforeClass;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Every rule, on every bundle. */
@RunWith(Parameterized.class)
public class ArchitectureTest {
    @SuppressWarnings("NullAway.Init") // set once before the class runs
    private static JavaClasses classes;

    private final ArchRule rule;

    public ArchitectureTest(String sentence, ArchRule rule) {
        this.rule = rule;
    }

    @Parameters(name = "{0}")
    public static List<Object[]> rules() {
        return Stream.concat(Rules.ALL.stream(), Dangers.ALL.stream())
                .map(rule -> new Object[] {rule.getDescription(), rule})
                .collect(Collectors.toList());
    }

    @BeforeClass
    public static void read() {
        classes = Repository.classes();
    }

    @Test
    public void holds() {
        rule.allowEmptyShould(true).check(classes);
    }
}
