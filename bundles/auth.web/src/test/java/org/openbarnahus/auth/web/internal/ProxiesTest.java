// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;

/** Nobody chooses the own address; only proxies that the deployer named tell whom they speak for. */
public class ProxiesTest {
    private static final String USUAL = "X-Forwarded-For";
    private static final String OUTER = "10.0.0.2";
    private static final String INNER = "10.1.0.7";
    private static final String SIX = "2001:db8:0:1::7";
    private final Proxies proxies = new Proxies("10.0.0.2, 10.1.0.0/16 ,2001:db8:0:1::/64", USUAL);

    /** Two lines of a text are the header twice. */
    private static String caller(Proxies proxies, String peer, String header, String value) {
        Web web = new Web("GET", "/").header(header, value);
        web.remote = peer;
        return proxies.caller(web.request());
    }

    private String caller(String peer, String value) {
        return caller(proxies, peer, USUAL, value);
    }

    @Test
    public void whoeverComesDirectlyIsWhoTheyAreWhateverTheySay() {
        for (String said : List.of("192.0.2.9", "10.0.0.2", "192.0.2.9, 10.0.0.2", "127.0.0.1", "", "garbage")) {
            assertEquals("203.0.113.5", caller("203.0.113.5", said));
            assertEquals("[2001:db8:0:2:0:0:0:1]", caller("[2001:db8:0:2:0:0:0:1]", said));
        }
        assertEquals("next to a proxy", "10.0.0.3", caller("10.0.0.3", "192.0.2.9"));
    }

    @Test
    public void nobodyIsBelievedUnlessTheDeployerSaysSo() {
        for (String none : List.of("", " , ")) {
            assertEquals(OUTER, caller(new Proxies(none, USUAL), OUTER, USUAL, "192.0.2.9"));
            assertEquals("127.0.0.1", caller(new Proxies(none, USUAL), "127.0.0.1", USUAL, "192.0.2.9"));
        }
    }

    @Test
    public void aProxyTellsWhomItSpeaksFor() {
        assertEquals("192.0.2.9", caller(OUTER, "192.0.2.9"));
        assertEquals("192.0.2.9", caller(OUTER, " 192.0.2.9:50123 "));
        assertEquals("without a word it speaks for itself", OUTER, caller(proxies, OUTER, "Via", "192.0.2.9"));
    }

    @Test
    public void whatTheClientSentToTheProxyIsHearsay() {
        assertEquals("192.0.2.9", caller(OUTER, "127.0.0.1, 192.0.2.9"));
        assertEquals("192.0.2.9", caller(OUTER, "10.0.0.2, 192.0.2.9"));
        assertEquals("192.0.2.9", caller(OUTER, "a, b, ,\t, 8.8.8.8, 192.0.2.9"));
    }

    @Test
    public void aChainOfTwoProxiesIsFollowedAndNoFurther() {
        assertEquals("192.0.2.9", caller(INNER, "192.0.2.9, 10.0.0.2"));
        assertEquals("192.0.2.9", caller(INNER, "203.0.113.1, 192.0.2.9, 10.0.0.2"));
        assertEquals("only proxies", OUTER, caller(INNER, "10.0.0.2"));
        assertEquals("the outer one is not named", "10.9.9.9", caller(INNER, "192.0.2.9, 10.9.9.9"));
    }

    @Test
    public void aHeaderThatIsThereTwiceIsOneList() {
        assertEquals("192.0.2.9", caller(OUTER, "127.0.0.1\n192.0.2.9"));
        assertEquals("192.0.2.9", caller(INNER, "127.0.0.1, 192.0.2.9\n10.0.0.2"));
    }

    @Test
    public void versionSixIsReadInEveryWayOfWritingIt() {
        assertEquals("2001:db8:0:2:0:0:0:9", caller(SIX, "2001:db8:0:2::9"));
        assertEquals("2001:db8:0:2:0:0:0:9", caller("[2001:db8:0:1:0:0:0:7]", "[2001:DB8:0:2::9]:443"));
        assertEquals("four in six is four", "192.0.2.9", caller(OUTER, "::ffff:192.0.2.9"));
        assertEquals("and so is a proxy", "192.0.2.9", caller("::ffff:10.0.0.2", "192.0.2.9"));
        assertEquals("a chain of both", "192.0.2.9", caller(INNER, "192.0.2.9, 2001:db8:0:1::ff"));
    }

    @Test
    public void whatCannotBeReadLeavesTheLastThatCould() {
        for (String said : List.of(
                "",
                ",",
                "unknown",
                "localhost",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "010.0.0.9",
                "0x7f.1",
                "1.2.3.4:x",
                "fe80::1%eth0",
                ":::",
                "[::1",
                "1.2.3.4]",
                "192.0.2.9 192.0.2.8",
                "<script>",
                "for=192.0.2.9",
                "192.0.2.9\u0000",
                "9".repeat(9_000))) {
            assertEquals(said, OUTER, caller(OUTER, said));
            assertEquals(said, OUTER, caller(INNER, "192.0.2.9, " + said + ", 10.0.0.2"));
        }
        assertEquals("without end", OUTER, caller(OUTER, "192.0.2.9" + ",10.0.0.2".repeat(2_000)));
    }

    @Test
    public void oneHeaderIsReadAndTheOtherIsTheClients() {
        Proxies standard = new Proxies("10.0.0.2,10.1.0.0/16,2001:db8:0:1::/64", " forwarded ");
        String name = "Forwarded";
        assertEquals(OUTER, caller(standard, OUTER, USUAL, "192.0.2.9"));
        assertEquals(OUTER, caller(proxies, OUTER, name, "for=192.0.2.9"));
        assertEquals("192.0.2.9", caller(standard, OUTER, name, "for=127.0.0.1, For=\"192.0.2.9:4711\";proto=https"));
        assertEquals(
                "2001:db8:0:2:0:0:0:9",
                caller(standard, INNER, name, "for=\"[2001:db8:0:2::9]\",proto=https;for=10.0.0.2"));
        for (String said : List.of(
                "for=_hidden", "for=unknown", "by=192.0.2.9", "xfor=192.0.2.9", "for=192.0.2.9;for=192.0.2.8", "for")) {
            assertEquals(said, OUTER, caller(standard, OUTER, name, said));
        }
    }

    @Test
    public void aSlipOfThePenTrustsNobody() {
        for (String wrong : List.of(
                "10.0.0.2,proxy.example",
                "10.0.0.2;10.0.0.3",
                "10.0.0.2/33",
                "0.0.0.0/0",
                "::/0",
                "10.0.0.2/",
                "10.0.0.2/-1",
                "10.0.0.2/7",
                "2001:db8::/129",
                "10.0.0.2, *")) {
            assertEquals(wrong, OUTER, caller(new Proxies(wrong, USUAL), OUTER, USUAL, "192.0.2.9"));
        }
        assertEquals(OUTER, caller(new Proxies(OUTER, "X-Real-IP"), OUTER, "X-Real-IP", "192.0.2.9"));
    }
}
