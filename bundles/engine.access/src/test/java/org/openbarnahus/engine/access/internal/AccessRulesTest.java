// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Role;

public class AccessRulesTest {
    /** One column a role: Coordinator Practitioner Manager Dpo National-admin Analyst. */
    private static final String TABLE = """
            CASE_LIST             C P M . . .
            CASE_READ             C P M . . .
            CASE_CREATE           C . . . . .
            CASE_CHANGE           C . . . . .
            TIMELINE_WRITE        C P . . . .
            CASE_IMPORT           C . . . . .
            CASE_ERASE            . . M . . .
            HOLD_READ             . . M D . .
            HOLD_PLACE            . . M D . .
            HOLD_LIFT             . . M D . .
            EMERGENCY_USE         . P . . . .
            EMERGENCY_READ        C P M D . .
            EMERGENCY_END         C P M . . .
            EMERGENCY_REVIEW      . . M . . .
            INDICATOR_READ        C P M . . .
            SCHEMA_READ           C P M D N A
            QUESTIONNAIRE_OFFER   C P . . . .
            QUESTIONNAIRE_RESULTS C . M . . .
            PLUGIN_READ           C . M . N .
            PLUGIN_SWITCH         . . M . N .
            USER_MANAGE           . . M . N .
            USER_GRANT            . . M . N .
            REQUEST_READ          . . M D N .
            REQUEST_CONFIRM       . . M D N .
            AUDIT_READ            . . . D . .
            ALERT_HANDLE          . . M D . .
            OWN_SESSION           C P M D N A
            OWN_CREDENTIALS       C P M D N A
            AUDIT_EXPORT          . . . D . .
            KEY_READ              . . M D N .
            KEY_OPERATE           . . M D N .
            """;

    @Test
    public void everyRoleMayDoExactlyWhatTheTableSays() {
        Map<String, String> actual = new LinkedHashMap<>();
        for (Permission permission : Permission.values()) {
            actual.put(
                    permission.name(),
                    Stream.of(Role.values())
                            .map(role -> allowed(permission, role) ? letter(role) : ".")
                            .collect(Collectors.joining(" ")));
        }
        Map<String, String> expected = new LinkedHashMap<>();
        TABLE.lines().forEach(line -> expected.put(line.split(" +", 2)[0], line.split(" +", 2)[1]));
        assertEquals(expected, actual);
    }

    @Test
    public void rolesAddUpAndNobodyWithoutARoleMayDoAnything() {
        for (Permission permission : Permission.values()) {
            boolean first = allowed(permission, Role.COORDINATOR, Role.MANAGER, Role.NATIONAL_ADMIN);
            boolean somebodyElses = permission.name().startsWith("AUDIT_") || permission == Permission.EMERGENCY_USE;
            assertEquals(permission.name(), !somebodyElses, first);
            assertEquals(false, allowed(permission));
        }
    }

    @Test
    public void anotherHousesObjectIsDeniedWhateverTheRoles() {
        var all = Fixture.actor(EnumSet.allOf(Role.class).toArray(Role[]::new));
        for (Permission permission : Permission.values()) {
            assertEquals(new Decision.Denied("tenant"), AccessRules.decide(all, permission, Fixture.OTHER_HOUSE));
        }
        assertEquals(
                new Decision.Allowed(Purpose.CASE_WORK), AccessRules.decide(all, Permission.CASE_READ, Fixture.HOUSE));
    }

    @Test
    public void whatChangesAllHousesIsAManagersOnlyInASingleHouse() {
        Decision byRole = new Decision.Allowed(Purpose.ADMINISTRATION);
        assertEquals(byRole, AccessRules.ofAllHouses(Fixture.actor(Role.MANAGER), 1, byRole));
        assertEquals(new Decision.Denied("houses"), AccessRules.ofAllHouses(Fixture.actor(Role.MANAGER), 2, byRole));
        assertEquals(byRole, AccessRules.ofAllHouses(Fixture.actor(Role.MANAGER, Role.NATIONAL_ADMIN), 2, byRole));
    }

    private static boolean allowed(Permission permission, Role... roles) {
        return AccessRules.decide(Fixture.actor(roles), permission) instanceof Decision.Allowed;
    }

    private static String letter(Role role) {
        return role == Role.NETWORK_ANALYST ? "A" : role.name().substring(0, 1);
    }
}
