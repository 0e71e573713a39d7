// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

/** Real hashes at a low cost, counted. */
final class CountingHasher extends PasswordHasher {
    int matches;
    int hashes;

    CountingHasher(int memory) {
        super(new Argon2.Cost(memory, 1, 1));
    }

    @Override
    boolean matches(String password, String phc) {
        matches++;
        return super.matches(password, phc);
    }

    @Override
    String hash(String password) {
        hashes++;
        return super.hash(password);
    }
}
