// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Number and sum of the SHA-256 of rows: the same in whatever order a database gives them. */
final class RowSum {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final MessageDigest digest;
    private BigInteger sum = BigInteger.ZERO;
    private long rows;

    RowSum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void add(String row) {
        BigInteger hash = new BigInteger(1, digest.digest(row.getBytes(StandardCharsets.UTF_8)));
        sum = sum.add(hash).mod(MODULUS);
        rows++;
    }

    long rows() {
        return rows;
    }

    String hex() {
        String hex = sum.toString(16);
        return "0".repeat(64 - hex.length()) + hex;
    }
}
