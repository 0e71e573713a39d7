// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.di.Lookup;
import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.RequestHandler;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.communication.UidlRequestHandler;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import com.vaadin.flow.server.startup.VaadinAppShellInitializer;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.ui.kit.text.TextCatalog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletMultipart;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Vaadin's servlet without class path scanning: routes come from services, the front end from Vaadin's bundle. */
@Component(service = Servlet.class, scope = ServiceScope.PROTOTYPE)
@HttpWhiteboardContextSelect(WebContext.SELECT)
@HttpWhiteboardServletName("vaadin")
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletAsyncSupported
@HttpWhiteboardServletMultipart(enabled = true)
public class ShellServlet extends VaadinServlet {
    private static final long serialVersionUID = 1L;
    /** Vaadin's own hashed files may be kept for ever, nothing else may be kept at all. */
    private static final String HASHED = "/VAADIN/build/";

    private static final String NOT_READY = """
            {"type":"about:blank","title":"Not ready","status":503,"code":"BUSY",\
            "detail":"This part of the service is starting or switched off. Try again in a moment.","fields":[]}""";

    private final transient Frame frame;
    private transient @Nullable ApplicationRouteRegistry registry;

    @Activate
    public ShellServlet(
            @Reference Views views, @Reference House house, @Reference Pages pages, @Reference TextCatalog catalog) {
        this(new Frame(views, house, pages, catalog, new WebSignIn()));
    }

    ShellServlet(Frame frame) {
        this.frame = frame;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        VaadinServletContext context = new VaadinServletContext(config.getServletContext());
        new LookupInitializer()
                .initialize(context, new HashMap<>(), lookup -> context.setAttribute(Lookup.class, lookup));
        VaadinAppShellInitializer.init(Set.of(AppShell.class), context);
        ApplicationRouteRegistry routes = ApplicationRouteRegistry.getInstance(context);
        routes.setErrorNavigationTargets(Set.of(NotFoundView.class, ErrorView.class));
        registry = routes;
        super.init(config);
    }

    @Override
    protected VaadinServletService createServletService(DeploymentConfiguration configuration) throws ServiceException {
        VaadinServletService service = new FrontEnd(this, configuration);
        service.setSystemMessagesProvider(info -> {
            CustomizedSystemMessages messages = new CustomizedSystemMessages();
            messages.setSessionExpiredNotificationEnabled(false);
            messages.setSessionExpiredURL(SignIn.PATH);
            return messages;
        });
        service.init();
        return service;
    }

    @Override
    protected void servletInitialized() {
        if (registry != null) {
            frame.views().serve(registry);
        }
    }

    @Override
    public void destroy() {
        if (registry != null) {
            frame.views().leave(registry);
        }
        super.destroy();
    }

    /** While REST is not there, its requests fall through to this servlet: a page would look like success to a client. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (path.equals("/api") || path.startsWith("/api/")) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader("Retry-After", "2");
            response.setHeader("Cache-Control", "no-store");
            response.setContentType("application/problem+json");
            response.setCharacterEncoding("UTF-8");
            response.getWriter().print(NOT_READY);
        } else {
            response.setHeader("Cache-Control", "no-store");
            super.service(request, response);
        }
    }

    /** Vaadin sets no type itself, and browsers refuse module scripts without one. */
    @Override
    protected boolean serveStaticOrWebJarRequest(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        String type = getServletContext().getMimeType(path);
        if (type == null) {
            // an ending that nobody has thought of is no file to be served
            return false;
        }
        response.setContentType(type);
        boolean served = super.serveStaticOrWebJarRequest(request, response);
        if (served && !path.startsWith(HASHED) && !response.isCommitted()) {
            response.setHeader("Cache-Control", "no-cache");
        }
        return served;
    }

    private final class FrontEnd extends VaadinServletService {
        private static final long serialVersionUID = 1L;

        FrontEnd(VaadinServlet servlet, DeploymentConfiguration configuration) {
            super(servlet, configuration);
        }

        /** META-INF/VAADIN lies in Vaadin's bundle, not in the servlet's. */
        @Override
        protected void setDefaultClassLoader() {
            setClassLoader(VaadinServlet.class.getClassLoader());
        }

        @Override
        protected List<RequestHandler> createRequestHandlers() throws ServiceException {
            List<RequestHandler> handlers = super.createRequestHandlers();
            handlers.replaceAll(each -> each.getClass() == UidlRequestHandler.class ? new Clicks() : each);
            return handlers;
        }

        @Override
        public @Nullable URL getStaticResource(String path) {
            return VaadinServlet.class.getClassLoader().getResource("META-INF/resources" + path);
        }

        @Override
        protected Optional<Instantiator> loadInstantiators() {
            return Optional.of(new PluginInstantiator(this, frame));
        }
    }
}
