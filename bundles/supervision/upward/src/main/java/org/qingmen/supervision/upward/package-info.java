/** Records, ledgers and summaries for the platform above, with receipts. */
@Export
@Version("1.0.0")
package org.qingmen.supervision.upward;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
