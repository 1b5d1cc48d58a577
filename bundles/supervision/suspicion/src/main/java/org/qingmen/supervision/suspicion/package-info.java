/** Findings that an enterprise must answer and an officer rules on. */
@Export
@Version("1.0.0")
package org.qingmen.supervision.suspicion;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
