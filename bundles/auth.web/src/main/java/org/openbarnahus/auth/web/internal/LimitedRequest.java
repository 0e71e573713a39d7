// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.openbarnahus.auth.web.BodyTooLargeException;

/**
 * A request as everything behind the front door sees it: its body, whatever length it states or hides, is not read beyond a limit,
 * and it comes from whom it comes from, not from the proxy in between.
 */
final class LimitedRequest extends HttpServletRequestWrapper {
    private final long limit;
    /** A body comes within this time, and as much longer as it is large: whoever sends slower holds a thread for nothing. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(15);

    private static final long NANOS_PER_BYTE = TimeUnit.SECONDS.toNanos(1) / 16_384;

    private final String caller;
    private final LongSupplier nanos;
    private boolean exceeded;

    LimitedRequest(HttpServletRequest request, long limit, String caller) {
        this(request, limit, caller, System::nanoTime);
    }

    LimitedRequest(HttpServletRequest request, long limit, String caller, LongSupplier nanos) {
        super(request);
        this.nanos = nanos;
        this.limit = limit;
        this.caller = caller;
    }

    @Override
    public String getRemoteAddr() {
        return caller;
    }

    @Override
    public String getRemoteHost() {
        return caller;
    }

    boolean exceeded() {
        return exceeded;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Limited(super.getInputStream());
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String charset = getCharacterEncoding();
        return new BufferedReader(new InputStreamReader(
                getInputStream(), charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset)));
    }

    private final class Limited extends ServletInputStream {
        private final ServletInputStream in;
        private final long begun = nanos.getAsLong();
        private long read;

        Limited(ServletInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int got = in.read(bytes, offset, length);
            count(Math.max(0, got));
            return got;
        }

        private void count(int got) throws IOException {
            read += got;
            if (read > limit) {
                exceeded = true;
                throw new BodyTooLargeException(limit);
            }
            if (nanos.getAsLong() - begun > PATIENCE + read * NANOS_PER_BYTE) {
                throw new IOException("the body comes too slowly");
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
