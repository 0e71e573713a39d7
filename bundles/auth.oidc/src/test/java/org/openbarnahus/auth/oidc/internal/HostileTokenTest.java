// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.oidc.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.Test;
import org.openbarnahus.core.service.gate.OutsideGate.Arrival;

/** Tokens as no library makes them, by strangers and by a provider that went bad: each is refused, and none is a failure of ours. */
public class HostileTokenTest extends WithProvider {
    private static final String EVENTS = "\"events\":{\"http://schemas.openid.net/event/backchannel-logout\":{}}";

    private static final String DEEP = "[".repeat(50_000) + "]".repeat(50_000);

    private static String part(String json) {
        return part(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String signed(String header, String payload) throws Exception {
        String text = part(header) + "." + part(payload);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(provider.key.toPrivateKey());
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + part(signature.sign());
    }

    private String claims(String more) {
        long now = Instant.now().getEpochSecond();
        return "{\"iss\":\"" + provider.issuer + "\",\"aud\":\"hub\",\"sub\":\"s\",\"sid\":\"i\",\"iat\":" + now
                + ",\"exp\":" + (now + 60) + ",\"jti\":\"j" + System.nanoTime() + "\"," + EVENTS + more + "}";
    }

    private static String header(String more) {
        return "{\"alg\":\"RS256\",\"typ\":\"logout+jwt\",\"kid\":\"one\"" + more + "}";
    }

    private void nothing(String token) {
        assertEquals(token.substring(0, Math.min(200, token.length())), Optional.empty(), gate.signedOut(token));
    }

    @Test
    public void aHeaderLeadsToNoOtherKey() throws Exception {
        assertTrue(
                "as it should be",
                gate.signedOut(signed(header(""), claims(""))).isPresent());
        String others = provider.address() + "/others";
        String own = FakeProvider.key("one").toPublicJWK().toJSONString();
        for (String more : List.of(
                ",\"jku\":\"" + others + "\"",
                ",\"x5u\":\"" + others + "\"",
                ",\"jwk\":" + own,
                ",\"x5c\":[\"MIIB\"]",
                ",\"kid\":\"../../../../dev/null\"",
                ",\"kid\":\"" + others + "\"",
                ",\"kid\":7",
                ",\"kid\":\"" + "x".repeat(200_000) + "\"")) {
            String right = signed(header(""), claims(""));
            String forged = part(header(more)) + right.substring(right.indexOf('.'));
            nothing(forged);
        }
        assertEquals(0, provider.othersAsked.get());
        for (int i = 0; i < 20; i++) {
            nothing(signed(header("").replace("one", "unknown" + i), claims("")));
        }
        assertTrue("strangers make us ask " + provider.keysAsked, provider.keysAsked.get() <= 3);
    }

    @Test
    public void aSignatureIsThereAndIsOne() throws Exception {
        String text = part(header("")) + "." + part(claims(""));
        String es = part("{\"alg\":\"ES256\",\"typ\":\"logout+jwt\",\"kid\":\"one\"}") + "." + part(claims(""));
        String hs = part("{\"alg\":\"HS256\",\"typ\":\"logout+jwt\",\"kid\":\"one\"}") + "." + part(claims(""));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(provider.key.toRSAPublicKey().getEncoded(), "HmacSHA256"));
        List<String> all = new ArrayList<>(List.of(
                text + ".",
                text,
                text + "." + part(new byte[256]),
                es + "." + part(new byte[64]),
                hs + "." + part(mac.doFinal(hs.getBytes(StandardCharsets.US_ASCII)))));
        for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
            all.add(part("{\"alg\":\"" + none + "\",\"typ\":\"logout+jwt\"}") + "." + part(claims("")) + ".");
        }
        all.forEach(this::nothing);
    }

    @Test
    public void whatIsNoTokenIsNoFailureEither() throws Exception {
        for (String header : List.of(
                "null",
                "[]",
                "7",
                "\"x\"",
                "{}",
                "{\"alg\":null}",
                "{\"alg\":[]}",
                "{\"alg\":{}}",
                "{\"alg\":1e999}",
                "{\"alg\":\"RS256\",\"x\":" + DEEP + "}",
                header(",\"crit\":[\"b64\"],\"b64\":false"),
                header(",\"crit\":[\"new\"],\"new\":1"),
                header(",\"typ\":7"),
                header(",\"cty\":[]"))) {
            nothing(signed(header, claims("")));
        }
    }

    @Test
    public void whatSaysNothingIsNoFailureEither() throws Exception {
        String base = claims("");
        for (String wrong : List.of(
                "null",
                "[]",
                "7",
                "x",
                "{}",
                DEEP,
                "{\"a\":" + DEEP + "}",
                base.replace("\"hub\"", "[[\"hub\"]]"),
                base.replace("\"hub\"", "{\"hub\":1}"),
                base.replace("\"hub\"", "7"),
                base.replace("\"iat\":", "\"iat\":1e"),
                base.replace("\"iat\":", "\"iat\":9999999"),
                base.replace("\"iat\":", "\"iat\":-"),
                base.replaceAll("\"iat\":\\d+", "\"iat\":\"now\""),
                base.replaceAll("\"iat\":\\d+", "\"iat\":[]"),
                base.replaceAll("\"exp\":\\d+", "\"exp\":{}"),
                base.replaceAll("\"jti\":\"j", "\"jti\":\"\",\"j\":\""),
                base.replaceAll("\"jti\":\"[^\"]*\"", "\"jti\":[1]"),
                base.replace(EVENTS, "\"events\":\"x\""),
                base.replace(EVENTS, "\"events\":[]"),
                base.replace(":{}}", ":7}"),
                base.replace("\"sub\":\"s\"", "\"sub\":\"a\\u0000b\""),
                base.replace("\"sid\":\"i\"", "\"sid\":\"a\\nb\""))) {
            nothing(signed(header(""), wrong));
        }
    }

    @Test
    public void aProviderThatWentBadIsHeldToTheRules() {
        List<String> many =
                new ArrayList<>(IntStream.range(0, 2_000).mapToObj(i -> "a" + i).toList());
        many.add("hub");
        provider.lie = claims -> claims.audience(many);
        refused();
        provider.lie = claims -> claims.audience(many).claim("azp", "a1");
        refused();
        for (Object sub : List.of("x".repeat(256), "a\u0000b", "a\nb", "\u0085", Collections.nCopies(3, "s"))) {
            provider.lie = claims -> claims.claim("sub", sub);
            refused();
        }
        provider.lie = claims -> claims.claim("sid", "a\u0000b");
        refused();
        provider.lie =
                claims -> claims.claim("iat", Instant.now().plusSeconds(3_600).getEpochSecond());
        refused();
        provider.lie = claims -> claims.claim("iat", Long.MAX_VALUE);
        refused();
        provider.lie = claims -> claims.claim("auth_time", Long.MAX_VALUE);
        refused();
        provider.lie = claims -> claims.claim("nonce", null);
        refused();
        provider.lie = claims -> claims.claim("sub", "x".repeat(255));
        assertEquals(Arrival.DONE, way());
    }

    @Test
    public void anAnswerWithoutATokenInItsTokenIsRefused() {
        for (String token :
                List.of("bnVsbA.e30.eA", "e30.bnVsbA.eA", "..", "W10.W10.W10", part(header("")) + ".bnVsbA.eA")) {
            provider.signer = claims -> token;
            refused();
        }
    }

    /** The person did nothing wrong, and the trail should not say so. */
    @Test
    public void keysThatCannotBeHadAreNoWrongToken() {
        provider.keysAway = true;
        assertEquals(Arrival.UNREACHABLE, way());
        assertEquals(List.of(), house.trail);
        assertEquals("nobody leads us on", 0, provider.othersAsked.get());
    }

    /** Anybody can ask as often as the rates allow, while a provider is away. */
    @Test
    public void aProviderThatIsAwayIsSaidSeldomHoweverManyAsk() {
        provider.issuer = "https://another.example.org";
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            for (int i = 0; i < 50; i++) {
                gate.depart(House.SIGN_IN, "192.0.2.1");
                gate.signedOut("x.y.z");
                gate.wayOut();
            }
            house.ahead = Duration.ofMinutes(11);
            gate.depart(House.SIGN_IN, "192.0.2.1");
        } finally {
            System.setErr(before);
        }
        assertEquals(2, said.toString(StandardCharsets.UTF_8).split("WARN", -1).length - 1);
    }
}
