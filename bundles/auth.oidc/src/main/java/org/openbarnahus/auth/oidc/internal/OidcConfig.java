// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.oidc.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Which identity provider, and what it must have made sure of. */
@ObjectClassDefinition(id = OidcConfig.PID, name = "Sign-in at an identity provider")
@interface OidcConfig {
    String PID = "org.openbarnahus.auth.oidc";

    @AttributeDefinition(description = "Address of the provider, exactly as it names itself; empty: no such sign-in")
    String issuer() default "";

    @AttributeDefinition(description = "Name of the provider on the buttons")
    String name() default "";

    @AttributeDefinition(description = "Under which address people reach this server: https://hub.example.org")
    String address() default "";

    @AttributeDefinition(description = "Id of this server at the provider")
    String client_id() default "";

    @AttributeDefinition(description = "File with the client's secret, readable by its owner alone")
    String client_secret_file() default "";

    @AttributeDefinition(description = "Scopes beside openid, separated by spaces")
    String scopes() default "";

    @AttributeDefinition(
            description = "The provider must name one of these levels (acr), separated by commas; empty: any")
    String required_acr() default "";

    @AttributeDefinition(description = "The provider must name all of these methods (amr), separated by commas")
    String required_amr() default "mfa";

    @AttributeDefinition(
            description = "Believe without being told that the provider asks everybody for a second factor")
    boolean trust_second_factor() default false;

    @AttributeDefinition(description = "Somebody whom the provider saw longer ago signs in there anew (1 to 480)")
    int max_age_minutes() default 60;

    @AttributeDefinition(description = "How far the clocks may differ, in seconds (0 to 60)")
    int clock_skew_seconds() default 30;

    @AttributeDefinition(description = "Whoever came from there and signs out here is led there to sign out, too")
    boolean sign_out_there() default true;

    @AttributeDefinition(description = "How long the provider may take to answer, in seconds (1 to 5)")
    int timeout_seconds() default 5;

    @AttributeDefinition(description = "Most the provider may answer, in KiB (16 to 1024)")
    int response_kib() default 256;

    @AttributeDefinition(description = "Allow a provider without TLS on this very machine: for development and tests")
    boolean development_http() default false;
}
