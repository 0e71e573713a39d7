// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.lang.annotation.Annotation;

/** Settings of the store as they are when nothing is set. */
class DefaultStoreConfig implements StoreConfig {
    @Override
    public String url() {
        return "";
    }

    @Override
    public String user() {
        return "openbarnahus";
    }

    @Override
    public String password() {
        return "";
    }

    @Override
    public String password_file() {
        return "";
    }

    @Override
    public String owner() {
        return "";
    }

    @Override
    public String owner_password() {
        return "";
    }

    @Override
    public String owner_password_file() {
        return "";
    }

    @Override
    public String root_certificate() {
        return "";
    }

    @Override
    public String certificate() {
        return "";
    }

    @Override
    public String certificate_key() {
        return "";
    }

    @Override
    public String certificate_password_file() {
        return "";
    }

    @Override
    public String owner_certificate() {
        return "";
    }

    @Override
    public String owner_certificate_key() {
        return "";
    }

    @Override
    public String owner_certificate_password_file() {
        return "";
    }

    @Override
    public boolean development_unlocked() {
        return false;
    }

    @Override
    public int pool_size() {
        return 8;
    }

    @Override
    public int connect_seconds() {
        return 2;
    }

    @Override
    public int statement_seconds() {
        return 5;
    }

    @Override
    public int write_seconds() {
        return 10;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return StoreConfig.class;
    }
}
