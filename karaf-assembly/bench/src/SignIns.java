// SPDX-License-Identifier: Apache-2.0
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Signing in, beside Argon2id alone with the parameters that the product has when nobody sets others. */
record SignIns(Site site, Report report) {
    private static final int MEMORY_KIB = 65_536;
    private static final int PASSES = 3;

    void measure() throws Exception {
        long[] signIns = site.product().signIns();
        BlockPool memory = new FixedBlockPool(MEMORY_KIB);
        long[] alone = new long[signIns.length];
        for (int i = 0; i < alone.length; i++) {
            alone[i] = hash("a password of somebody " + i, memory);
        }
        report.line("sign-in", "ms", median(signIns), median(alone), "wanted: no more than Argon2id",
                signIns.length + " demo users one after the other, password and one-time code, HTTPS, "
                        + "until the session is there, beside Argon2id with 64 MiB and 3 passes alone, of the same library");
    }

    private static long hash(String password, BlockPool memory) {
        long start = System.nanoTime();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(1)
                .withSalt(new byte[16])
                .withBlockPool(memory)
                .build());
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), new byte[32]);
        return System.nanoTime() - start;
    }

    private static double median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }
}
