// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.util.List;
import java.util.UUID;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.command.NewAccount;
import org.openbarnahus.core.service.command.NewHouse;
import org.openbarnahus.core.service.command.NewMember;
import org.openbarnahus.core.service.query.AccountInfo;
import org.openbarnahus.core.service.query.AccountRequest;
import org.openbarnahus.core.service.query.Confirmed;
import org.openbarnahus.core.service.query.Enrolment;
import org.openbarnahus.core.service.query.Invitation;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Accounts in the hands of whoever owns the data directory. There is no session and no permission: that person can read the
 * key files and the database anyway, and needs a way in when the last manager has lost the second factor. rest.admin alone
 * calls this, behind a socket that only the owner can open; every change is audited as {@code local}. Implemented by
 * auth.local.
 */
@ProviderType
public interface LocalAccountService {
    /**
     * @param serviceCode as in case numbers, {@code SE-LKP}; an unknown one is refused
     */
    Outcome<List<AccountInfo>> accounts(String serviceCode);

    /**
     * A new account in the house named, with any role: its owner sets it up with the one-time code, which is shown to the caller
     * and opens nothing but that.
     */
    default Outcome<Invitation> invite(String serviceCode, NewMember command) {
        return Outcome.refused(Problem.of(ErrorCode.DENIED));
    }

    /** As {@link AccountService#create}, in the house named, with any role; in a demonstration only. */
    Outcome<Enrolment> create(String serviceCode, NewAccount command);

    /** One more Barnahus, which has no accounts yet. Refused where the database is for one house (ONE_HOUSE_ONLY). */
    default Outcome<BarnahusRecord> addHouse(NewHouse command) {
        return Outcome.refused(Problem.of(ErrorCode.ONE_HOUSE_ONLY));
    }

    /** What waits for a second person in the house. */
    default Outcome<List<AccountRequest>> requests(String serviceCode) {
        return Outcome.refused(Problem.of(ErrorCode.NOT_FOUND));
    }

    /** Confirms as the second person, only where nobody of the house could: refused with OTHERS_CAN_CONFIRM otherwise. */
    default Outcome<Confirmed> confirm(String serviceCode, UUID request) {
        return Outcome.refused(Problem.of(ErrorCode.NOT_FOUND));
    }
}
