// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.fact;

import java.util.List;
import org.openbarnahus.core.model.condition.Subject;
import org.openbarnahus.core.model.value.FieldId;

/**
 * One case as a calculator sees it. A flyweight: valid only during the call that hands it over, never to be kept. Exposes
 * neither free text nor anything that names a case.
 */
public interface CaseFacts extends Subject {
    /** referred, open or closed. */
    String state();

    /** Codes recorded in the field. */
    List<String> codes(FieldId field);
}
