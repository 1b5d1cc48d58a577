/**
 * Who may do what where: accounts with roles and a scope, bearer tokens, and devices with the keys
 * they sign with. There is no default password and no secret leaves this room except once, to the
 * person it was made for.
 *
 * <p>Services refuse by throwing {@link org.qingmen.spi.refusal.Refusal}; everything they change is
 * written to the audit trail. All lookups that a request needs are answered from memory.
 */
@Export
@Version("1.0.0")
package org.qingmen.security;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
