/** Violation alarms from their raising to their closing, and who is told. */
@Export
@Version("1.0.0")
package org.qingmen.supervision.alarms;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
