// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.admin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.Test;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.LocalKeyService;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.KeyAge;
import org.openbarnahus.core.service.store.RootKeys;

public class KeyCommandsTest {
    private static final ServiceId LINKOPING = new ServiceId(new UUID(1, 1));
    private static final ServiceId OSLO = new ServiceId(new UUID(2, 2));

    private static final Instant NOW = Instant.parse("2026-03-12T08:00:00Z");

    private final FakeStore store = new FakeStore();
    private final FakeKeys rotating = new FakeKeys();
    private @Nullable LocalKeyService service = rotating;
    private final KeyCommands commands = new KeyCommands(() -> service, store, () -> NOW);

    private void house(ServiceId id, String code) {
        store.houses.add(new BarnahusRecord(id, code, "SE", code, "Europe/Stockholm"));
    }

    @Test
    public void theOnlyHouseNeedsNoName() {
        house(LINKOPING, "SE-LKP");
        Reply reply = commands.rotate(Map.of());
        assertEquals(Reply.DONE, reply.exit());
        assertTrue(reply.text(), reply.text().contains("Copy the folder of keys again"));
        assertEquals(List.of(LINKOPING), rotating.asked);
    }

    @Test
    public void ofSeveralHousesOneIsNamedOrNothingIsDone() {
        house(LINKOPING, "SE-LKP");
        house(OSLO, "NO-OSL");
        assertEquals(Reply.WRONG, commands.rotate(Map.of()).exit());
        assertEquals(Reply.WRONG, commands.rotate(Map.of("service", "SE-XXX")).exit());
        assertEquals(List.of(), rotating.asked);
        assertEquals(Reply.DONE, commands.rotate(Map.of("service", "NO-OSL")).exit());
        assertEquals(List.of(OSLO), rotating.asked);
    }

    @Test
    public void theStatusSaysHowFarItIs() {
        house(LINKOPING, "SE-LKP");
        assertEquals(
                "No house has had a new key yet.\nroot key (file root.key): 4 of 4 keys lie under it.",
                commands.status().text());
        commands.rotate(Map.of());
        assertEquals(
                "SE-LKP: new key of 2026-03-12T08:00:00Z; 7 cases and 70 texts brought under it; going on\n"
                        + "root key (file root.key): 4 of 4 keys lie under it.",
                commands.status().text());
    }

    @Test
    public void aNewRootKeyIsNoHousesAndTheOldOneIsNamed() {
        house(LINKOPING, "SE-LKP");
        house(OSLO, "NO-OSL");
        Reply reply = commands.rotate(Map.of("root", "yes"));
        assertEquals(Reply.DONE, reply.exit());
        assertTrue(reply.text(), reply.text().contains("4 of 4 keys lie under it. Nothing here needs"));
        assertTrue(reply.text(), reply.text().contains("(root.1.key)"));
        assertEquals(List.of(), rotating.asked);
        rotating.root = new RootKeys("file root.key", 4, 3, List.of("root.1.key"));
        assertTrue(commands.status().text().contains("3 of 4 keys lie under it; the others"));
        assertTrue(commands.status().text().contains("Keep root.1.key"));
    }

    @Test
    public void beforeTheDatabaseIsOpenNothingIsPromised() {
        service = null;
        assertEquals(Reply.CANNOT, commands.rotate(Map.of()).exit());
        assertEquals(Reply.CANNOT, commands.status().exit());
    }

    @Test
    public void newKeysOfTheSiteAreNoHouses() {
        house(LINKOPING, "SE-LKP");
        Reply reply = commands.rotate(Map.of("site", "yes"));
        assertEquals(Reply.DONE, reply.exit());
        assertTrue(reply.text(), reply.text().contains("Copy the folder of keys again"));
        assertEquals(1, rotating.sites);
        assertEquals(List.of(), rotating.asked);
    }

    @Test
    public void keysThatAreTooOldAreNamedWithTheirCure() {
        house(LINKOPING, "SE-LKP");
        Instant made = NOW.minusSeconds(2);
        rotating.ages = List.of(
                new KeyAge("root", made, NOW.minusSeconds(1)),
                new KeyAge("site", made, NOW.plusSeconds(1)),
                new KeyAge("backup", made, NOW.minusSeconds(1)),
                new KeyAge("tenant-" + LINKOPING, made, NOW.minusSeconds(1)));
        assertEquals(
                """
                older than it should be: key root, of 2026-03-12: hub admin keys-rotate --root
                older than it should be: key backup, of 2026-03-12: hub admin keys-rotate --site
                older than it should be: key tenant-%s, of 2026-03-12: hub admin keys-rotate --service SE-LKP""".formatted(LINKOPING),
                commands.status().text().lines().skip(2).collect(java.util.stream.Collectors.joining("\n")));
    }
}
