// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.admin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.Test;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.LocalKeyService;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.RootKeys;

public class KeyCommandsTest {
    private static final ServiceId LINKOPING = new ServiceId(new UUID(1, 1));
    private static final ServiceId OSLO = new ServiceId(new UUID(2, 2));

    private final FakeStore store = new FakeStore();
    private final FakeKeys rotating = new FakeKeys();
    private @Nullable LocalKeyService service = rotating;
    private final KeyCommands commands = new KeyCommands(() -> service, store);

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
                "No house has had a new key yet.\nroot key: 4 of 4 keys lie under it.",
                commands.status().text());
        commands.rotate(Map.of());
        assertEquals(
                "SE-LKP: new key of 2026-03-12T08:00:00Z; 7 cases and 70 texts brought under it; going on\n"
                        + "root key: 4 of 4 keys lie under it.",
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
        rotating.root = new RootKeys(4, 3, List.of("root.1.key"));
        assertTrue(commands.status().text().contains("3 of 4 keys lie under it; the others"));
        assertTrue(commands.status().text().contains("Keep root.1.key"));
    }

    @Test
    public void beforeTheDatabaseIsOpenNothingIsPromised() {
        service = null;
        assertEquals(Reply.CANNOT, commands.rotate(Map.of()).exit());
        assertEquals(Reply.CANNOT, commands.status().exit());
    }

    private static final class FakeKeys implements LocalKeyService {
        private final List<ServiceId> asked = new ArrayList<>();
        private RootKeys root = new RootKeys(4, 4, List.of());

        @Override
        public RootKeys rotateRoot() {
            root = new RootKeys(4, 4, List.of("root.1.key"));
            return root;
        }

        @Override
        public RootKeys root() {
            return root;
        }

        @Override
        public Rotation rotate(ServiceId house) {
            asked.add(house);
            return rotation(house);
        }

        @Override
        public List<Rotation> rotations() {
            return asked.stream().map(FakeKeys::rotation).toList();
        }

        private static Rotation rotation(ServiceId house) {
            return new Rotation(house, Instant.parse("2026-03-12T08:00:00Z"), 7, 70, Optional.empty());
        }
    }
}
