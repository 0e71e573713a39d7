// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.openbarnahus.auth.web.PublicPath;
import org.openbarnahus.auth.web.WebContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The allow list of what is reached without signing in: our own pages, and what others declare. */
@Component(service = PublicPaths.class)
public final class PublicPaths {
    static final String STYLE = WebContext.SIGN_IN + "/style.css";
    private static final Logger LOG = LoggerFactory.getLogger(PublicPaths.class);
    private static final List<String> OWN = List.of(
            WebContext.SIGN_IN,
            WebContext.SIGN_OUT,
            WebContext.SETUP,
            WebContext.ENROL,
            STYLE,
            PolicyReportServlet.PATH,
            PasskeyServlet.SCRIPT,
            PasskeyServlet.CHALLENGE,
            WebContext.OUTSIDE,
            OutsideServlet.RETURN,
            OutsideServlet.DONE,
            OutsideEndServlet.PATH);

    private final List<PublicPath> declared = new CopyOnWriteArrayList<>();

    @Activate
    public PublicPaths() {
        // only the references below
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(PublicPath path) {
        String prefix = path.prefix();
        if (prefix.equals("/") || prefix.equals("/api/") || prefix.equals("/api/v1/") || !Paths.plain(prefix)) {
            LOG.error("Not a path to make public: {}", prefix);
        } else {
            declared.add(path);
        }
    }

    void remove(PublicPath path) {
        declared.remove(path);
    }

    boolean contains(String path) {
        return Stream.concat(OWN.stream(), declared.stream().map(PublicPath::prefix))
                .anyMatch(prefix -> Paths.under(prefix, path));
    }
}
