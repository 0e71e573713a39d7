// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.util.Set;
import java.util.regex.Pattern;

/** Recognises fields that would identify a person: no pack may ask for a name, birth date, address, phone or id number. */
final class IdentifyingNames {
    private static final Set<String> WORDS = Set.of(
            "name",
            "names",
            "firstname",
            "lastname",
            "surname",
            "forename",
            "fullname",
            "nickname",
            "initials",
            "birthdate",
            "birthday",
            "dob",
            "address",
            "street",
            "postcode",
            "zipcode",
            "phone",
            "telephone",
            "mobile",
            "email",
            "mail",
            "ssn",
            "personnummer",
            "samordningsnummer",
            "fodselsnummer",
            "henkilotunnus",
            "hetu",
            "cpr",
            "kennitala",
            "isikukood",
            "passport",
            "username");
    private static final Pattern PHRASES = Pattern.compile(
            "(^|_)(birth_date|date_of_birth|born_on|birth_day|id_number|id_no|identity_number|personal_number|"
                    + "national_id|personal_id|identity_code|phone_number|social_security_number|post_code|zip_code|"
                    + "case_number|police_number)(_|$)");

    private IdentifyingNames() {}

    static boolean matches(String id) {
        String last = id.substring(id.lastIndexOf('.') + 1);
        if (PHRASES.matcher(last).find()) {
            return true;
        }
        for (String word : last.split("_")) {
            if (WORDS.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
