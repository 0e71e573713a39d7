// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.communication.ServerRpcHandler;
import com.vaadin.flow.server.communication.UidlRequestHandler;

/**
 * Takes what an open page says was done in it, and no more of it in one request than a person can do while an answer is on its
 * way: somebody who forges requests could otherwise have each of them do a thing ten thousand times.
 */
final class Clicks extends UidlRequestHandler {
    private static final long serialVersionUID = 1L;

    @Override
    protected ServerRpcHandler createRpcHandler() {
        return new Few();
    }

    static final class Few extends ServerRpcHandler {
        private static final long serialVersionUID = 1L;
        /** A form says up to some five things of each field when it opens, and a case may have 200 fields. */
        static final int MOST = 2_000;

        @Override
        protected void handleRpc(UI ui, String message, VaadinRequest request, RpcRequest asked)
                throws MessageIdSyncException {
            int count = asked.getRpcInvocationsData().size();
            if (count > MOST) {
                throw new IllegalArgumentException("a page said " + count + " things at once");
            }
            super.handleRpc(ui, message, request, asked);
        }
    }
}
