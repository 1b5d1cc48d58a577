/**
 * The journal: the truth of the product. A record is acknowledged when its entry is synced here;
 * the database is a projection that can be rebuilt from it. The shipped journal lies on disk, a
 * distributed log is the same interface.
 *
 * <p>Contract, checked by {@code JournalContract} in the test jar: positions rise by one per entry
 * in the order of the appends; an entry whose future completed survives the death of the process;
 * readers see synced entries only.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.qingmen.spi.journal;
