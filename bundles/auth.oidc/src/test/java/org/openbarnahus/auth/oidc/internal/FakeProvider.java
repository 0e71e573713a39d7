// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.oidc.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An identity provider on this machine that signs, counts, checks the verifier, and lies as it is told. */
final class FakeProvider implements AutoCloseable {
    /** Makes the text of a token out of what the token should say. */
    interface Signer {
        String sign(JWTClaimsSet claims) throws Exception;
    }

    final RSAKey key = key("one");
    RSAKey published = key;
    UnaryOperator<JWTClaimsSet.Builder> lie = claims -> claims;
    Signer signer = claims -> signed(key, claims);
    byte[] padding = new byte[0];
    volatile long pauseMillis;
    String issuer;
    /** They are said to lie elsewhere on this machine. */
    volatile boolean keysAway;

    final AtomicInteger othersAsked = new AtomicInteger();
    final AtomicInteger keysAsked = new AtomicInteger();
    final AtomicInteger tokensAsked = new AtomicInteger();
    boolean issPromised;
    /** Where people are sent; empty: here. */
    String authorize = "";
    /** Where people sign out; empty: nowhere. */
    String out = "";

    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    FakeProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        issuer = "http://localhost:" + server.getAddress().getPort();
        server.createContext("/.well-known/openid-configuration", this::describe);
        server.createContext("/keys", this::keys);
        server.createContext("/token", this::token);
        server.createContext("/others", exchange -> {
            othersAsked.incrementAndGet();
            answer(exchange, 200, new JWKSet(key("other")).toString());
        });
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(RSAKey key, JWTClaimsSet claims) throws JOSEException {
        return signed(key.getKeyID(), JWSAlgorithm.RS256, new RSASSASigner(key), claims);
    }

    static String signed(String id, JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(id).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    /** The person signs in there: what the browser brings back. */
    Map<String, String> signIn(String departure) {
        Map<String, String> asked = form(URI.create(departure).getRawQuery());
        String code = "code-" + codes.size();
        codes.put(code, asked);
        return new HashMap<>(Map.of("code", code, "state", asked.get("state")));
    }

    static Map<String, String> form(String text) {
        return Stream.of(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private void describe(HttpExchange exchange) throws IOException {
        pause();
        String base = address();
        answer(exchange, 200, """
                {"issuer":"%s","authorization_endpoint":"%s","token_endpoint":"%s/token","jwks_uri":"%s/keys",
                 "authorization_response_iss_parameter_supported":%s,%s"response_types_supported":["code"],
                 "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}
                """.formatted(
                        issuer,
                        authorize.isEmpty() ? base + "/authorize" : authorize,
                        base,
                        base,
                        issPromised,
                        out.isEmpty() ? "" : "\"end_session_endpoint\":\"" + out + "\","));
    }

    private void keys(HttpExchange exchange) throws IOException {
        keysAsked.incrementAndGet();
        if (keysAway) {
            exchange.getResponseHeaders().set("Location", address() + "/others");
            answer(exchange, 302, "");
            return;
        }
        answer(exchange, 200, new JWKSet(published.toPublicJWK()).toString());
    }

    private void token(HttpExchange exchange) throws IOException {
        tokensAsked.incrementAndGet();
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(form.get("code"));
        String secret = "Basic " + Base64.getEncoder().encodeToString("hub:secret".getBytes(StandardCharsets.UTF_8));
        if (asked == null
                || !challenge(form.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))
                || !asked.getOrDefault("redirect_uri", "").equals(form.get("redirect_uri"))
                || !secret.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        try {
            pause();
            String token = signer.sign(
                    lie.apply(claims(asked.getOrDefault("nonce", ""))).build());
            answer(
                    exchange,
                    200,
                    "{\"access_token\":\"access\",\"token_type\":\"Bearer\",\"id_token\":\"" + token + "\"}"
                            + new String(padding, StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private JWTClaimsSet.Builder claims(String nonce) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("subject-1")
                .audience("hub")
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .claim("auth_time", Instant.now().getEpochSecond())
                .claim("nonce", nonce)
                .claim("amr", List.of("pwd", "mfa"));
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void pause() throws IOException {
        try {
            Thread.sleep(pauseMillis);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
