// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.service.store.KeyService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Which accounts were used in a browser, and since when, kept by the browser itself: a random number of its own and, for each
 * account, the time and a MAC over number, account and time. Only this installation can make one, nobody can tell from it whose accounts they are, and the server keeps
 * no list of anybody's devices. It opens nothing: it spares a person being told.
 */
@Component(service = Browsers.class)
public final class Browsers {
    /** So many accounts are used in one browser before the first is forgotten. */
    static final int MOST = 10;

    private static final int NUMBER_BYTES = 16;
    private static final int MARK_BYTES = 16;
    /** Of the time in a mark: six bytes. */
    private static final int TIME_LETTERS = 8;

    private static final int LONGEST = 22 + MOST * 31;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}(?:\\.[A-Za-z0-9_-]{30}){0," + MOST + "}");
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();
    private final KeyService keys;

    @Activate
    public Browsers(@Reference KeyService keys) {
        this.keys = keys;
    }

    /** Since when the account is known where this is held; empty where it is not. */
    Optional<Instant> since(String held, UserId account) {
        List<String> parts = parts(held);
        return parts.stream()
                .skip(1)
                .filter(mark -> same(mark, mark(parts.getFirst(), account, time(mark))))
                .map(Browsers::time)
                .findFirst();
    }

    private static boolean same(String mark, String right) {
        return MessageDigest.isEqual(
                mark.getBytes(StandardCharsets.US_ASCII), right.getBytes(StandardCharsets.US_ASCII));
    }

    private static Instant time(String mark) {
        byte[] millis = Base64.getUrlDecoder().decode(mark.substring(0, TIME_LETTERS));
        return Instant.ofEpochMilli(new BigInteger(1, millis).longValueExact());
    }

    /** What the browser is to hold from now on. */
    String with(String held, UserId account, Instant since) {
        List<String> parts = new ArrayList<>(parts(held));
        if (parts.isEmpty()) {
            byte[] number = new byte[NUMBER_BYTES];
            random.nextBytes(number);
            parts.add(TEXT.encodeToString(number));
        }
        String mark = mark(parts.getFirst(), account, since);
        parts.remove(mark);
        if (parts.size() > MOST) {
            parts.remove(1);
        }
        parts.add(mark);
        return String.join(".", parts);
    }

    private static List<String> parts(String held) {
        return held.length() <= LONGEST && FORM.matcher(held).matches() ? List.of(held.split("\\.")) : List.of();
    }

    private String mark(String number, UserId account, Instant since) {
        long millis = since.toEpochMilli();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.secret("browsers").getBytes(StandardCharsets.US_ASCII), "RAW"));
            byte[] whole = mac.doFinal((number + "|" + account + "|" + millis).getBytes(StandardCharsets.UTF_8));
            byte[] time = Arrays.copyOfRange(
                    ByteBuffer.allocate(Long.BYTES).putLong(millis).array(), 2, Long.BYTES);
            return TEXT.encodeToString(time) + TEXT.encodeToString(Arrays.copyOf(whole, MARK_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
