// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.oidc.internal;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks the provider: no redirects, a limit in bytes, and one in time that holds to the last byte. */
final class Fetch implements HTTPRequestSender, ResourceRetriever {
    /** Of what the library would send; the client makes the rest itself. */
    private static final Set<String> PASSED_ON = Set.of("authorization", "content-type", "accept");

    /** So many threads a slow provider may hold. */
    private static final int AT_ONCE = 8;

    private static final long TURN_MILLIS = 1_000;

    private final Settings.Transport limits;
    private final HttpClient client;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Fetch(Settings.Transport limits) {
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.timeout())
                .build();
    }

    void close() {
        client.shutdownNow();
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        HttpResponse<String> answer =
                send(request(URI.create(url.toString())).GET().build());
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        return new Resource(
                answer.body(), answer.headers().firstValue("Content-Type").orElse(""));
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest asked) throws IOException {
        HttpRequest.Builder request = request(asked.getURI());
        asked.getHeaderMap().forEach((name, values) -> {
            if (PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        HttpResponse<String> answer =
                send(request.POST(BodyPublishers.ofString(asked.getBody())).build());
        HTTPResponse response = new HTTPResponse(answer.statusCode());
        try {
            response.setContentType(answer.headers().firstValue("Content-Type").orElse("application/octet-stream"));
        } catch (ParseException e) {
            throw new IOException("content type", e);
        }
        response.setBody(answer.body());
        return response;
    }

    private HttpRequest.Builder request(URI address) throws IOException {
        if (!limits.allows(address)) {
            throw new IOException("not an address to ask");
        }
        return HttpRequest.newBuilder(address).timeout(limits.timeout());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            if (!places.tryAcquire(TURN_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException("too many wait for it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        try {
            return sent(request);
        } finally {
            places.release();
        }
    }

    private HttpResponse<String> sent(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, info -> new Limited(limits.most()));
        try {
            return answer.get(limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("no answer", e);
        } finally {
            answer.cancel(true);
        }
    }

    /** A body as text; one that is too large is not read to its end. */
    private static final class Limited implements HttpResponse.BodySubscriber<String> {
        private final int most;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<String> text = new CompletableFuture<>();
        private Flow.@Nullable Subscription subscription;

        Limited(int most) {
            this.most = most;
        }

        @Override
        public CompletionStage<String> getBody() {
            return text;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> pieces) {
            for (ByteBuffer piece : pieces) {
                if (bytes.size() + piece.remaining() > most) {
                    text.completeExceptionally(new IOException("too large"));
                    if (subscription != null) {
                        subscription.cancel();
                    }
                    return;
                }
                byte[] part = new byte[piece.remaining()];
                piece.get(part);
                bytes.writeBytes(part);
            }
        }

        @Override
        public void onError(Throwable thrown) {
            text.completeExceptionally(thrown);
        }

        @Override
        public void onComplete() {
            text.complete(bytes.toString(StandardCharsets.UTF_8));
        }
    }
}
