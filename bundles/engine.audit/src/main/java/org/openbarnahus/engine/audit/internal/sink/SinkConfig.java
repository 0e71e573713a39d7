// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal.sink;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where copies of checkpoints, audit entries and the log go, away from this machine. */
@ObjectClassDefinition(id = SinkConfig.PID, name = "Copies of the audit trail elsewhere")
@interface SinkConfig {
    String PID = "org.openbarnahus.audit.sink";

    @AttributeDefinition(description = "Host that takes syslog over TLS (RFC 5425); empty: none")
    String syslog_host() default "";

    @AttributeDefinition(description = "Its port (1 to 65535)")
    int syslog_port() default 6514;

    @AttributeDefinition(
            description = "File of the certificates (PEM) that may vouch for it; empty: those that Java trusts")
    String syslog_ca_file() default "";

    @AttributeDefinition(description = "File of our own certificate and key (PKCS 12), where the host wants one")
    String syslog_client_file() default "";

    @AttributeDefinition(description = "File of that file's password")
    String syslog_client_password_file() default "";

    @AttributeDefinition(description = "Directory on another volume; its files are only appended to. Empty: none")
    String directory() default "";

    @AttributeDefinition(description = "Which audit entries go with the checkpoints: none, security or all")
    String entries() default "security";

    @AttributeDefinition(description = "Whether the log goes too")
    boolean log() default true;

    @AttributeDefinition(description = "A copy that is behind for so many minutes gives an alert (1 to 1440)")
    int late_minutes() default 30;
}
