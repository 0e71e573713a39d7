// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal.sink;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * A socket that remembers what went wrong. The JDK's TLS keeps it to itself when the other side has broken off while we say
 * goodbye, and then reports the end of what was sent as if the other side had closed in peace.
 */
final class Wire extends Socket {
    private volatile @Nullable IOException broken;

    /**
     * @throws IOException when reading or writing has failed once
     */
    void assertWhole() throws IOException {
        IOException what = broken;
        if (what != null) {
            throw what;
        }
    }

    private IOException noted(IOException e) {
        broken = e;
        return e;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                try {
                    return super.read(bytes, from, length);
                } catch (IOException e) {
                    throw noted(e);
                }
            }
        };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(super.getOutputStream()) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                try {
                    out.write(bytes, from, length);
                } catch (IOException e) {
                    throw noted(e);
                }
            }
        };
    }
}
