// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.service.store.KeyService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Which accounts were used in a browser, kept by the browser itself: a random number of its own and, for each account, a MAC over
 * number and account. Only this installation can make one, nobody can tell from it whose accounts they are, and the server keeps
 * no list of anybody's devices. It opens nothing: it spares a person being told.
 */
@Component(service = Browsers.class)
public final class Browsers {
    /** So many accounts are used in one browser before the first is forgotten. */
    static final int MOST = 10;

    private static final int NUMBER_BYTES = 16;
    private static final int MARK_BYTES = 16;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}(?:\\.[A-Za-z0-9_-]{22}){0," + MOST + "}");
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();
    private final KeyService keys;

    @Activate
    public Browsers(@Reference KeyService keys) {
        this.keys = keys;
    }

    /** Whether the account was used where this is held. */
    boolean knows(String held, UserId account) {
        List<String> parts = parts(held);
        return parts.size() > 1 && parts.subList(1, parts.size()).stream().anyMatch(mark -> same(mark, parts, account));
    }

    private boolean same(String mark, List<String> parts, UserId account) {
        return MessageDigest.isEqual(
                mark.getBytes(StandardCharsets.US_ASCII),
                mark(parts.getFirst(), account).getBytes(StandardCharsets.US_ASCII));
    }

    /** What the browser is to hold from now on. */
    String with(String held, UserId account) {
        List<String> parts = new ArrayList<>(parts(held));
        if (parts.isEmpty()) {
            byte[] number = new byte[NUMBER_BYTES];
            random.nextBytes(number);
            parts.add(TEXT.encodeToString(number));
        }
        String mark = mark(parts.getFirst(), account);
        parts.remove(mark);
        if (parts.size() > MOST) {
            parts.remove(1);
        }
        parts.add(mark);
        return String.join(".", parts);
    }

    private static List<String> parts(String held) {
        return held.length() <= (MOST + 1) * 23 && FORM.matcher(held).matches()
                ? List.of(held.split("\\."))
                : List.of();
    }

    private String mark(String number, UserId account) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.secret("browsers").getBytes(StandardCharsets.US_ASCII), "RAW"));
            byte[] whole = mac.doFinal((number + "|" + account).getBytes(StandardCharsets.UTF_8));
            return TEXT.encodeToString(java.util.Arrays.copyOf(whole, MARK_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
