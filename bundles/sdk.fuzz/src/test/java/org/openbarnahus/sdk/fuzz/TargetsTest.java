// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.fuzz;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** Every target with its seeds and a few thousand changes of them, always the same ones, so that no target rots. */
@RunWith(Parameterized.class)
public class TargetsTest {
    private static final int TIMES = Integer.getInteger("fuzz.times", 2_000);
    /** What does a lot for each input gets fewer. */
    private static final Set<String> THOROUGH = Set.of(
            "AuditFilesFuzz",
            "CheckpointFileFuzz",
            "ErasedListFuzz",
            "PackFuzz",
            "PasskeyFuzz",
            "RulesFuzz",
            "SheetFuzz",
            "TokenFuzz");

    private static final long SEED = Long.getLong("fuzz.seed", 20260301L);

    @Parameter
    public String name = "";

    @Parameters(name = "{0}")
    public static List<String> names() {
        assertTrue("too few targets", Targets.names().size() >= 8);
        return Targets.names();
    }

    @Test
    public void keepsItsPromisesForSeedsAndChangesOfThem() throws Throwable {
        MethodHandle target = MethodHandles.publicLookup()
                .findStatic(Class.forName(name), "fuzzerTestOneInput", MethodType.methodType(void.class, byte[].class));
        List<byte[]> seeds = Targets.corpus(name);
        assertFalse("no seeds", seeds.isEmpty());
        for (byte[] seed : seeds) {
            run(target, seed);
        }
        Mutations mutations = new Mutations(seeds, SEED);
        int times = THOROUGH.contains(Targets.simple(name)) ? TIMES / 4 : TIMES;
        for (int i = 0; i < times; i++) {
            run(target, mutations.next());
        }
    }

    private static void run(MethodHandle target, byte[] input) throws Throwable {
        try {
            target.invokeExact(input.clone());
        } catch (Throwable e) {
            throw new AssertionError(
                    "with the input (base64) " + Base64.getEncoder().encodeToString(input), e);
        }
    }
}
