// SPDX-License-Identifier: Apache-2.0
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes as an authenticator app makes them (RFC 6238: SHA-1, 30 seconds, six digits). */
final class Totp {
    static final long STEP_MILLIS = 30_000;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    static String code(String secret, long step) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(base32(secret), "HmacSHA1"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
        int number = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & 0x7fffffff;
        return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    }

    private static byte[] base32(String text) {
        BigInteger bits = BigInteger.ONE; // a first 1 keeps leading zeros
        for (char c : text.toUpperCase(Locale.ROOT).replace("=", "").toCharArray()) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(c)));
        }
        int spare = (bits.bitLength() - 1) % 8;
        byte[] marked = bits.shiftRight(spare).toByteArray();
        return java.util.Arrays.copyOfRange(marked, 1, marked.length);
    }
}
