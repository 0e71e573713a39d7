// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.KeysUnavailableException;
import org.openbarnahus.core.service.LocalKeyService;
import org.openbarnahus.core.service.store.KeyAge;
import org.openbarnahus.core.service.store.RootKeys;

/** Remembers what was asked for. */
final class FakeKeys implements LocalKeyService {
    final List<ServiceId> asked = new ArrayList<>();
    RootKeys root = new RootKeys("file root.key", 4, 4, List.of());
    List<KeyAge> ages = List.of();
    int sites;
    boolean away;

    @Override
    public RootKeys rotateRoot() {
        root = new RootKeys("file root.key", 4, 4, List.of("root.1.key"));
        return root;
    }

    @Override
    public RootKeys root() {
        if (away) {
            throw new KeysUnavailableException("the token is away", new IllegalStateException());
        }
        return root;
    }

    @Override
    public void rotateSite() {
        sites++;
    }

    @Override
    public List<KeyAge> ages() {
        return ages;
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
