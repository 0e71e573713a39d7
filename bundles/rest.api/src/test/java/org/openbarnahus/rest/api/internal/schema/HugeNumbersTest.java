// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.schema;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.rest.api.internal.Json;

/** A number that no field takes is a problem of the body, not of the product. */
public class HugeNumbersTest {
    @Test
    public void numbersBeyond64BitsAreNamedByTheirPlace() {
        assertEquals(
                List.of(
                        Problem.at(ErrorCode.WRONG_TYPE, "/core/age"),
                        Problem.at(ErrorCode.WRONG_TYPE, "/core/suspects/1/a~1b")),
                HugeNumbers.in(Json.MAPPER.readTree(
                        "{\"core\":{\"age\":1e22,\"suspects\":[{},{\"a/b\":-9.3e18}],\"b\":1.5,\"c\":9e18}}")));
        assertEquals(List.of(), HugeNumbers.in(Json.MAPPER.readTree("{\"a\":99999999999999999999,\"b\":[1,-2]}")));
    }
}
