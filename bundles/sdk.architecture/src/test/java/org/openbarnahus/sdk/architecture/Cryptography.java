// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which of our classes touch cryptography, and which of them the inventory names (OWASP ASVS 5.0 V11.1.2, V11.1.3). */
final class Cryptography {
    private static final Pattern NAMED = Pattern.compile("`([a-z]+(?:\\.[a-z]+)+/[A-Z][A-Za-z0-9]*)`");
    private static final Set<String> OF_THE_JDK = Set.of(
            "java.security.KeyFactory",
            "java.security.KeyPairGenerator",
            "java.security.KeyStore",
            "java.security.MessageDigest",
            "java.security.SecureRandom",
            "java.security.Signature");
    private static final Set<String> LIBRARIES = Set.of(
            "javax.crypto", "com.google.crypto.tink", "org.bouncycastle", "com.nimbusds.jose", "com.yubico.webauthn");

    private Cryptography() {}

    /** As {@code bundle/Class}. */
    static SortedSet<String> used(JavaClasses classes) {
        return classes.stream()
                .filter(Cryptography::touches)
                .map(type -> Layers.bundle(type.getPackageName()) + "/" + outermost(type))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static SortedSet<String> named(String inventory) {
        return NAMED.matcher(inventory)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean touches(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(each -> each.getTargetClass().getBaseComponentType().getName())
                .anyMatch(name ->
                        OF_THE_JDK.contains(name) || LIBRARIES.stream().anyMatch(each -> name.startsWith(each + ".")));
    }

    private static String outermost(JavaClass type) {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
