// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web;

/** The one servlet context of the application. */
public final class WebContext {
    public static final String NAME = "openbarnahus";
    /** For the whiteboard property {@code osgi.http.whiteboard.context.select}. */
    public static final String SELECT = "(osgi.http.whiteboard.context.name=" + NAME + ")";
    /** Cookie with the language that somebody chose: a two-letter code; holds nothing secret. */
    public static final String LANGUAGE_COOKIE = "__Host-language";

    public static final String SIGN_IN = "/sign-in";
    public static final String SIGN_OUT = "/sign-out";
    public static final String SETUP = "/setup";
    /** Where a one-time enrolment code is used. */
    public static final String ENROL = "/enrol";
    /** Where a way to an identity provider outside begins. */
    public static final String OUTSIDE = SIGN_IN + "/outside";
    /** The own account: password, codes, passkeys, sign-ins. */
    public static final String ACCOUNT = "/account";
    /** Proving the second factor again; {@code to} says where to go on. */
    public static final String STEP_UP = "/step-up";
    /** The user agreement, to be signed or printed. */
    public static final String AGREEMENT = "/agreement";
    /** The yearly training in data protection, with its test. */
    public static final String TRAINING = "/training";

    private WebContext() {}
}
