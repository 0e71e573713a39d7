// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import java.io.IOException;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Arrays;
import java.util.Collections;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.security.auth.login.LoginException;
import org.jspecify.annotations.Nullable;

/** Signed in to a token, or not yet, through the JDK's provider of PKCS #11. For one thread. */
final class Pkcs11Session {
    private static final String PROVIDER = "SunPKCS11";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BITS = 256;
    private static final int TAG_BITS = 128;
    private static final int NONCE = 12;

    private final TokenSettings settings;
    private final SecureRandom random = new SecureRandom();
    private @Nullable Provider provider;
    private @Nullable KeyStore open;
    /** Hash of a PIN that the token has refused: three times the same one would lock it. */
    private byte[] refused = {};

    Pkcs11Session(TokenSettings settings) {
        this.settings = settings;
    }

    /** The next call signs in anew. */
    void signOut() {
        open = null;
    }

    /** The next call finds the token anew. */
    void forget() {
        open = null;
        provider = null;
    }

    /** Nobody of this process is signed in any more. */
    void end() throws LoginException {
        if (provider instanceof AuthProvider signed) {
            signed.logout();
        }
        forget();
    }

    String generate() throws GeneralSecurityException, IOException {
        signOut();
        KeyStore store = signedIn();
        String prefix = settings.key() + "-";
        int newest = Collections.list(store.aliases()).stream()
                .filter(alias -> alias.matches(prefix + "[1-9][0-9]{0,5}"))
                .mapToInt(alias -> Integer.parseInt(alias.substring(prefix.length())))
                .max()
                .orElse(0);
        String label = prefix + (newest + 1);
        KeyGenerator generator = KeyGenerator.getInstance("AES", provider());
        generator.init(KEY_BITS);
        // made in the token for this session, then copied to stay: never outside it
        store.setKeyEntry(label, generator.generateKey(), null, null);
        prove(key(label));
        return label;
    }

    byte[] crypt(String label, int mode, Token.Sealed input) throws GeneralSecurityException, IOException {
        SecretKey key = key(label);
        try {
            return crypt(key, mode, input);
        } catch (AEADBadTagException e) {
            // the provider says the same of a token that is gone
            prove(key);
            throw e;
        }
    }

    private byte[] crypt(SecretKey key, int mode, Token.Sealed input) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER, provider());
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, input.nonce()));
        cipher.updateAAD(input.context());
        return cipher.doFinal(input.text());
    }

    /** That the token works with this key. */
    private void prove(SecretKey key) throws GeneralSecurityException {
        byte[] plain = {1, 2, 3};
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = crypt(key, Cipher.ENCRYPT_MODE, new Token.Sealed(nonce, plain, plain));
        byte[] read;
        try {
            read = crypt(key, Cipher.DECRYPT_MODE, new Token.Sealed(nonce, plain, sealed));
        } catch (AEADBadTagException e) {
            throw new KeyStoreException("the token does not open what it has sealed", e);
        }
        if (!Arrays.equals(plain, read)) {
            throw new KeyStoreException("the token opens something else than it has sealed");
        }
    }

    private SecretKey key(String label) throws GeneralSecurityException, IOException {
        Key key = signedIn().getKey(label, null);
        if (!(key instanceof SecretKey secret)) {
            throw new KeyStoreException("it has no key " + label + ": is it the right token, and the right slot?");
        }
        if (secret.getEncoded() != null) {
            throw new KeyStoreException("its key " + label + " can be read from outside: it protects nothing");
        }
        return secret;
    }

    private KeyStore signedIn() throws GeneralSecurityException, IOException {
        KeyStore known = open;
        if (known != null) {
            return known;
        }
        KeyStore store = KeyStore.getInstance("PKCS11", provider());
        char[] pin = settings.pin().read();
        try {
            byte[] hash = hash(pin);
            if (MessageDigest.isEqual(hash, refused)) {
                throw new KeyStoreException("it has refused this PIN, which is not tried again: put the right one into "
                        + settings.pin().named());
            }
            signIn(store, pin, hash);
        } finally {
            Arrays.fill(pin, ' ');
        }
        open = store;
        return store;
    }

    private void signIn(KeyStore store, char[] pin, byte[] hash) throws GeneralSecurityException, IOException {
        try {
            store.load(null, pin);
        } catch (IOException e) {
            if (Pkcs11Token.words(e).contains("CKR_PIN_")) {
                refused = hash;
            }
            throw e;
        }
    }

    private static byte[] hash(char[] pin) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256")
                .digest(new String(pin).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private Provider provider() throws GeneralSecurityException {
        Provider known = provider;
        if (known == null) {
            Provider plain = Security.getProvider(PROVIDER);
            if (plain == null) {
                throw new KeyStoreException("this Java lacks the module jdk.crypto.cryptoki: use a whole JDK or JRE");
            }
            known = plain.configure(settings.provider());
            provider = known;
        }
        return known;
    }
}
