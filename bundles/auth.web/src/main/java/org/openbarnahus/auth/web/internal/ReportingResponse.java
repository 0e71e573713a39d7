// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** Names in every policy where browsers report what it kept a page from doing, whichever servlet wrote the policy. */
final class ReportingResponse extends HttpServletResponseWrapper {
    static final String POLICY = "Content-Security-Policy";
    /** For {@code Reporting-Endpoints}, and by name in the policies. */
    static final String ENDPOINT = "csp=\"" + PolicyReportServlet.PATH + "\"";
    /** The old word for browsers that do not know the new one; who knows both takes the new one (CSP level 3, 6.5). */
    static final String WHERE = "; report-uri " + PolicyReportServlet.PATH + "; report-to csp";

    ReportingResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void setHeader(String name, String value) {
        super.setHeader(name, told(name, value));
    }

    @Override
    public void addHeader(String name, String value) {
        super.addHeader(name, told(name, value));
    }

    private static String told(String name, String value) {
        return name.equalsIgnoreCase(POLICY) && value != null && !value.endsWith(WHERE) ? value + WHERE : value;
    }
}
