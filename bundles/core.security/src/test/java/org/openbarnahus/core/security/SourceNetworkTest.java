// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.security;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import org.junit.Test;

public class SourceNetworkTest {
    @Test
    public void aSubscriberOfIpv6IsOneCaller() {
        assertEquals(SourceNetwork.of("2001:db8:1:2::1"), SourceNetwork.of("2001:db8:1:2:ffff::9"));
        assertEquals(SourceNetwork.of("fe80::1%eth0"), SourceNetwork.of("fe80::2"));
        assertNotEquals(SourceNetwork.of("2001:db8:1:2::1"), SourceNetwork.of("2001:db8:1:3::1"));
    }

    @Test
    public void anIpv4AddressIsOneCallerHoweverItIsWritten() {
        assertEquals("192.0.2.1", SourceNetwork.of("192.0.2.1"));
        assertEquals("192.0.2.1", SourceNetwork.of("::ffff:192.0.2.1"));
    }

    @Test
    public void whatIsNoAddressIsTakenAsItIs() {
        assertEquals("not:an:address", SourceNetwork.of("not:an:address"));
    }
}
