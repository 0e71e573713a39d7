// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;

public final class ProvidedTest {
    private final OwnTexts english = OwnTexts.in("en");

    @Test
    public void whatAPluginBringsIsSaidByKind() {
        assertEquals(
                List.of("Pack: se", "Legal rules: se.a, se.b", "Finds identifying data: se.personnummer"),
                Provided.lines(List.of("rule:se.a", "detector:se.personnummer", "pack:se", "rule:se.b"), english));
    }

    @Test
    public void aKindThatNobodyKnowsIsShownAsItIs() {
        assertEquals(List.of("robot:r2", "plain"), Provided.lines(List.of("robot:r2", "plain"), english));
    }

    @Test
    public void everyRoleAgencyAndGapHasWordsInEveryLanguage() {
        Stream.of(english, OwnTexts.in("sv"), OwnTexts.in("nb")).forEach(texts -> {
            Stream.of(Role.values()).forEach(r -> texts.get("admin.role." + r.code()));
            Stream.of(Agency.values()).forEach(a -> texts.get("admin.agency." + a.code()));
            Stream.of(Gap.values()).forEach(g -> texts.get(g.key() + ".help"));
            assertEquals(english.texts().keySet(), texts.texts().keySet());
        });
    }
}
