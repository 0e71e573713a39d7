// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.view;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A page that can redraw itself while somebody works in it. A page that is none is made anew instead, and what was typed is
 * lost.
 */
@ConsumerType
public interface LiveView {
    /** Schema, plugins, services or language have changed: draw again and keep what was typed. Called under the UI's lock. */
    void refresh();
}
