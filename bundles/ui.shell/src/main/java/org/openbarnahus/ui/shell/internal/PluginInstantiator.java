// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.ui.kit.view.ViewContribution;

/** Has contributions make their own pages and makes the frame's parts; the rest is made by its no-argument constructor. */
final class PluginInstantiator extends DefaultInstantiator {
    private final transient Frame frame;

    PluginInstantiator(VaadinService service, Frame frame) {
        super(service);
        this.frame = frame;
    }

    @Override
    public <T> T getOrCreate(Class<T> type) {
        Object made = make(type);
        return made == null ? super.getOrCreate(type) : type.cast(made);
    }

    private @Nullable Object make(Class<?> type) {
        if (type == HomeView.class) {
            return new HomeView(frame.views());
        }
        if (type == NotFoundView.class) {
            return new NotFoundView(frame.catalog());
        }
        if (type == ErrorView.class) {
            return new ErrorView(frame.catalog());
        }
        if (type == MainLayout.class) {
            return frame.layout(UI.getCurrent());
        }
        Optional<ViewContribution> view = frame.views().of(type);
        return view.map(v -> v.createView(frame.tab(UI.getCurrent()))).orElse(null);
    }

    @Override
    public I18NProvider getI18NProvider() {
        return new Words(frame.catalog());
    }

    @Override
    public Stream<VaadinServiceInitListener> getServiceInitListeners() {
        return Stream.concat(super.getServiceInitListeners(), Stream.of(frame::initialize));
    }
}
