// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The one port of this server. */
@ObjectClassDefinition(id = WebConfig.PID, name = "HTTPS")
@interface WebConfig {
    String PID = "org.openbarnahus.auth.web";

    @AttributeDefinition(description = "TCP port of https")
    int port() default 8443;

    @AttributeDefinition(description = "Address to listen at: 127.0.0.1 for this machine only, 0.0.0.0 for the network")
    String host() default "127.0.0.1";

    @AttributeDefinition(description = "Every name and address people type in the browser, separated by commas")
    String names() default "localhost,127.0.0.1";

    @AttributeDefinition(description = "PKCS#12 file with your own certificate; empty: one is made")
    String keystore() default "";

    @AttributeDefinition(description = "File that holds the password of your own keystore")
    String keystore_password_file() default "";

    @AttributeDefinition(
            description =
                    "Reverse proxies that are believed when they say whom they speak for: addresses and networks as"
                            + " 192.0.2.0/24, separated by commas; empty: nobody is")
    String proxies() default "";

    @AttributeDefinition(description = "The one header in which they say it: X-Forwarded-For or Forwarded")
    String proxy_header() default "X-Forwarded-For";
}
