// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the database. An underscore is a dot in the property's name: {@code pool.size}. */
@ObjectClassDefinition(name = "OpenBarnahus store", description = "Where the data lie")
@interface StoreConfig {
    @AttributeDefinition(
            description =
                    "JDBC address, jdbc:h2:file:… or jdbc:postgresql:…; empty for the embedded encrypted database in "
                            + "the data directory")
    String url() default "";

    @AttributeDefinition(description = "User of the database")
    String user() default "openbarnahus";

    @AttributeDefinition(description = "Password of PostgreSQL", type = AttributeType.PASSWORD)
    String password() default "";

    @AttributeDefinition(description = "File whose first line is the password, instead of the password")
    String password_file() default "";

    @AttributeDefinition(
            description =
                    "Role of PostgreSQL that owns the tables and changes them at a start with a new version; empty when "
                            + "the user does both")
    String owner() default "";

    @AttributeDefinition(description = "Password of the owner", type = AttributeType.PASSWORD)
    String owner_password() default "";

    @AttributeDefinition(description = "File whose first line is the owner's password, instead of the password")
    String owner_password_file() default "";

    @AttributeDefinition(
            description =
                    "File with the authority that has signed PostgreSQL's certificate; empty for ~/.postgresql/root.crt")
    String root_certificate() default "";

    @AttributeDefinition(description = "The user's certificate, a PEM file; empty when the key's file holds it too")
    String certificate() default "";

    @AttributeDefinition(
            description = "Key of the user's certificate, mode 0600: PKCS #8 in DER (.pk8), or PKCS #12 (.p12, .pfx)")
    String certificate_key() default "";

    @AttributeDefinition(
            description = "File whose first line is the password of that key, mode 0600; empty when it has none")
    String certificate_password_file() default "";

    @AttributeDefinition(description = "The owner's certificate, as the user's")
    String owner_certificate() default "";

    @AttributeDefinition(description = "Key of the owner's certificate, as the user's")
    String owner_certificate_key() default "";

    @AttributeDefinition(description = "File whose first line is the password of that key, as the user's")
    String owner_certificate_password_file() default "";

    @AttributeDefinition(
            description =
                    "On a developer's machine: also connect as a superuser, and take several houses into the embedded "
                            + "database, although nothing keeps houses apart then")
    boolean development_unlocked() default false;

    @AttributeDefinition(description = "Connections for transactions", min = "2", max = "100")
    int pool_size() default 8;

    @AttributeDefinition(description = "Longest wait for a connection, in seconds", min = "1")
    int connect_seconds() default 2;

    @AttributeDefinition(description = "Longest run of one statement, in seconds", min = "1")
    int statement_seconds() default 5;

    @AttributeDefinition(description = "Longest run of a whole write, in seconds", min = "1")
    int write_seconds() default 10;
}
