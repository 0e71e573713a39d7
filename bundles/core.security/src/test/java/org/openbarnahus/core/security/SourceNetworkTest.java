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

    @Test
    public void anOfficeIsOneNetworkAndThisMachineIsToo() {
        assertEquals(SourceNetwork.around("192.0.2.1"), SourceNetwork.around("192.0.2.254"));
        assertEquals(SourceNetwork.around("192.0.2.1"), SourceNetwork.around("::ffff:192.0.2.9"));
        assertNotEquals(SourceNetwork.around("192.0.2.1"), SourceNetwork.around("192.0.3.1"));
        assertEquals(SourceNetwork.around("2001:db8:1:2::1"), SourceNetwork.around("2001:db8:1:2:ffff::9"));
        assertNotEquals(SourceNetwork.around("2001:db8:1:2::1"), SourceNetwork.around("2001:db8:1:3::1"));
        for (String here : new String[] {"127.0.0.1", "127.9.9.9", "::1", "0:0:0:0:0:0:0:1"}) {
            assertEquals(here, "loopback", SourceNetwork.around(here));
        }
        assertEquals("not.an.address", SourceNetwork.around("not.an.address"));
    }
}
