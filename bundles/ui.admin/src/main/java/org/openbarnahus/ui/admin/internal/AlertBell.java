// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.AlertListener;
import org.openbarnahus.ui.kit.view.OpenPages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells open pages of new alerts. Apart from the page: that needs the alerts, and the alerts need whoever is to be told. */
@Component(service = AlertListener.class)
public final class AlertBell implements AlertListener {
    private final OpenPages pages;

    @Activate
    public AlertBell(@Reference OpenPages pages) {
        this.pages = pages;
    }

    @Override
    public void alertsChanged(ServiceId house) {
        pages.refresh(session -> session.actor().service().equals(house) && AlertsPage.concerns(session));
    }
}
