// SPDX-License-Identifier: Apache-2.0
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.DataKey;
import org.openbarnahus.core.service.store.KeyService;

/** What the sealed texts of one saved case cost when it is read: its key is opened, then each text. With keys of the product. */
record SealedTexts(KeyService keys, ServiceId house, byte[] key, List<byte[]> texts) {
    private static final String PLACE = "bench|case_record|texts|row";
    private static final int READS = 500;
    private static final int ROUNDS = 60;

    /** Texts of the lengths that the product wrote; the case's key is the one of its binary columns that is no text. */
    static SealedTexts like(SavedCase saved, KeyService keys) {
        ServiceId house = new ServiceId((java.util.UUID) saved.service());
        byte[] key = keys.newDataKey(house, PLACE);
        DataKey open = keys.dataKey(house, key, PLACE);
        List<byte[]> texts = saved.tables().stream()
                .filter(rows -> rows.table().equals("case_record") || rows.table().equals("timeline_entry"))
                .flatMap(rows -> rows.columns().stream().filter(c -> !c.equals("case_key")).flatMap(c -> rows.all(c).stream()))
                .flatMap(value -> value instanceof byte[] sealed ? Stream.of(sealed) : Stream.empty())
                .map(sealed -> open.encrypt(new byte[sealed.length], PLACE))
                .toList();
        return new SealedTexts(keys, house, key, texts);
    }

    /** Milliseconds for one case: half of the rounds took at most so long. */
    double millis() {
        long[] nanos = new long[ROUNDS];
        long opened = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < READS; i++) {
                DataKey open = keys.dataKey(house, key, PLACE);
                for (byte[] text : texts) {
                    opened += open.decrypt(text, PLACE).length;
                }
            }
            nanos[round] = System.nanoTime() - start;
        }
        if (opened < (long) ROUNDS * READS * texts.size()) {
            throw new IllegalStateException("texts were not opened");
        }
        long[] warm = Arrays.copyOfRange(nanos, ROUNDS / 2, ROUNDS);
        Arrays.sort(warm);
        return warm[warm.length / 2] / 1e6 / READS;
    }
}
