// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.lang.ref.SoftReference;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.jspecify.annotations.Nullable;

/**
 * What Argon2id fills, wiped and lent to the next: 64 MiB of garbage for each sign-in would make everybody wait for the collector,
 * longer than the sign-in itself takes. There are as many as were ever in use at a time. The collector takes them back when
 * memory is short, or when nobody has signed in for some minutes.
 */
final class Argon2Memory {
    /** By size: an older password may want another one. */
    private static final Map<Integer, Deque<SoftReference<FixedBlockPool>>> FREE = new ConcurrentHashMap<>();

    private Argon2Memory() {}

    /**
     * @param blocks of 1 KiB
     */
    static <T> T lent(int blocks, Function<BlockPool, T> work) {
        Deque<SoftReference<FixedBlockPool>> free = FREE.computeIfAbsent(blocks, b -> new ConcurrentLinkedDeque<>());
        FixedBlockPool pool = first(free);
        FixedBlockPool used = pool == null ? new FixedBlockPool(blocks) : pool;
        try {
            return work.apply(used);
        } finally {
            free.push(new SoftReference<>(used));
        }
    }

    private static @Nullable FixedBlockPool first(Deque<SoftReference<FixedBlockPool>> free) {
        for (SoftReference<FixedBlockPool> next = free.poll(); next != null; next = free.poll()) {
            FixedBlockPool pool = next.get();
            if (pool != null) {
                return pool;
            }
        }
        return null;
    }
}
