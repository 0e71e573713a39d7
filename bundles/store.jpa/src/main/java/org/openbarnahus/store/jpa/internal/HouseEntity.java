// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.BarnahusRecord;

/** A row of service: a house. */
@Entity
@Table(name = "service")
@NamedQuery(name = "HouseEntity.all", query = "select h from HouseEntity h order by h.code")
class HouseEntity {
    @Id
    private UUID id;

    @Version
    private long version;

    private String code;
    private String country;
    private String name;
    private String zone;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected HouseEntity() {}

    HouseEntity(BarnahusRecord house) {
        id = house.id().value();
        code = house.code();
        country = house.country();
        name = house.name();
        zone = house.zone();
    }

    BarnahusRecord record() {
        return new BarnahusRecord(new ServiceId(id), code, country, name, zone);
    }
}
