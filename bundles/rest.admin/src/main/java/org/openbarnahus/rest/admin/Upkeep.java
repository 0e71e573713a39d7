// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.admin;

/** The commands that are about no account: trail, backups, keys. */
record Upkeep(AuditCommands audit, BackupCommands backups, KeyCommands keys) {}
