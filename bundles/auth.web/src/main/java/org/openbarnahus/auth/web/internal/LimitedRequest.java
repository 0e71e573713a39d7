// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.auth.web.BodyTooLargeException;

/**
 * A request as everything behind the front door sees it: its body, whatever length it states or hides, is not read beyond a limit,
 * and it comes from whom it comes from, not from the proxy in between. Its form is read here too: the server would wait for it as
 * long as a byte comes now and then.
 */
final class LimitedRequest extends HttpServletRequestWrapper {
    static final int MOST_OF_A_FORM = 65_536;

    private final long limit;
    /** A body comes within this time, and as much longer as it is large: whoever sends slower holds a thread for nothing. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(15);

    private static final long NANOS_PER_BYTE = TimeUnit.SECONDS.toNanos(1) / 16_384;

    private final String caller;
    private final LongSupplier nanos;
    private boolean exceeded;

    @Nullable
    private Map<String, String[]> parameters;

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

    /** Those of the query first, then those of a form. */
    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> known = parameters;
        if (known == null) {
            Map<String, String[]> arrays = new LinkedHashMap<>();
            fields().forEach((name, values) -> arrays.put(name, values.toArray(String[]::new)));
            known = Collections.unmodifiableMap(arrays);
            parameters = known;
        }
        return known;
    }

    private Map<String, List<String>> fields() {
        if (!Legible.asForm(this)) {
            return Fields.of(getQueryString());
        }
        try {
            byte[] form = getInputStream().readNBytes(MOST_OF_A_FORM + 1);
            if (form.length > MOST_OF_A_FORM) {
                throw new IllegalArgumentException("a form of more than " + MOST_OF_A_FORM + " bytes");
            }
            return Fields.of(getQueryString(), form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
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

        @Override
        public int available() throws IOException {
            return in.available();
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
