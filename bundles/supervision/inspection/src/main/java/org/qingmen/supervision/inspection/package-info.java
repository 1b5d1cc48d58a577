/** Verification by samples, acceptance of gate systems, cameras and videos. */
@Export
@Version("1.0.0")
package org.qingmen.supervision.inspection;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
