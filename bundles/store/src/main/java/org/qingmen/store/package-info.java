/**
 * What the database holds and how it is asked: registries, passages, statistics, ledgers, audit and
 * quarantine. The database is a projection of the journal, except for the registries and the audit
 * trail, which are written to it durably before a call returns.
 *
 * <p>Every method that needs the database throws {@link
 * org.qingmen.store.StoreUnavailableException} while it is away; nothing here may therefore lie in
 * the way of a record's acknowledgement.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.qingmen.store;
