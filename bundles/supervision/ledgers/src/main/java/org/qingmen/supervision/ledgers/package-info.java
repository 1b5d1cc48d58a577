/** Mass balance, visits, contracts and reported vehicles held against ledger and gate. */
@Export
@Version("1.0.0")
package org.qingmen.supervision.ledgers;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
