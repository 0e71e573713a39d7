// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.ProviderException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.crypto.AEADBadTagException;
import org.openbarnahus.core.service.KeysUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A token over PKCS #11 that may go away and come back. A call that fails is tried once more, signed in anew; then the token
 * counts as away for a moment, and is looked for again by the next call after that.
 */
final class Pkcs11Token implements Token, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pkcs11Token.class);

    private final TokenSettings settings;
    private final Pkcs11Session session;
    private final BoundedThread thread;
    private boolean away;
    private long awaySince;
    private String reason = "";

    Pkcs11Token(TokenSettings settings) {
        this.settings = settings;
        session = new Pkcs11Session(settings);
        thread = new BoundedThread("openbarnahus-token", settings.limit());
    }

    /** What is asked of the token. */
    @FunctionalInterface
    private interface Question<T> {
        T ask() throws GeneralSecurityException, IOException;
    }

    @Override
    public String generate() {
        try {
            return answer(session::generate);
        } catch (AEADBadTagException e) {
            throw unavailable(e);
        }
    }

    @Override
    public byte[] crypt(String label, int mode, Sealed input) throws GeneralSecurityException {
        return answer(() -> session.crypt(label, mode, input));
    }

    @Override
    public String place(String label) {
        return "token (" + settings.library().getFileName() + ", "
                + (settings.slot().isEmpty() ? "first slot" : "slot " + settings.slot()) + "), key " + label;
    }

    private <T> T answer(Question<T> question) throws AEADBadTagException {
        try {
            return thread.run(() -> persistent(question));
        } catch (TimeoutException e) {
            throw unavailable(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AEADBadTagException changed) {
                throw changed;
            }
            throw unavailable(e.getCause() == null ? e : e.getCause());
        }
    }

    /** On the token's thread. */
    private <T> T persistent(Question<T> question) throws GeneralSecurityException, IOException {
        if (away && System.nanoTime() - awaySince < settings.pause().toNanos()) {
            throw new IOException(reason);
        }
        try {
            T answer = twice(question);
            if (away) {
                LOG.info("the token with the root key is back");
            }
            away = false;
            return answer;
        } catch (AEADBadTagException e) {
            away = false;
            throw e;
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            session.forget();
            reason = words(e);
            if (!away) {
                LOG.error("the token with the root key cannot be used: {}", reason);
            }
            away = true;
            awaySince = System.nanoTime();
            throw e;
        }
    }

    /** A token that was away for a moment has forgotten who had signed in. */
    private <T> T twice(Question<T> question) throws GeneralSecurityException, IOException {
        try {
            return question.ask();
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException | IOException | ProviderException | InvalidParameterException e) {
            LOG.debug("once more, signed in anew", e);
            session.signOut();
            return question.ask();
        }
    }

    private static KeysUnavailableException unavailable(Throwable cause) {
        return new KeysUnavailableException(
                "the token with the root key cannot be used: " + words(cause)
                        + ". Is it plugged in or its service running, and are the settings in"
                        + " etc/org.openbarnahus.store.keys.cfg right? It is tried again by itself",
                cause);
    }

    /** The messages of an exception and of what caused it: names of PKCS #11's own, no content. */
    static String words(Throwable thrown) {
        StringBuilder words = new StringBuilder();
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            String message = String.valueOf(each.getMessage());
            if (words.indexOf(message) < 0) {
                words.append(words.isEmpty() ? "" : ": ").append(message);
            }
        }
        return words.toString();
    }

    @Override
    public void close() {
        try {
            thread.run(() -> {
                session.end();
                return "";
            });
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("the token was not there to sign out", e);
        }
        thread.close();
    }
}
