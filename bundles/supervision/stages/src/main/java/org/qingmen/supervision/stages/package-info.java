/** Emission stages by the chain of evidence, catalogues and lookups. */
@Export
@Version("1.0.0")
package org.qingmen.supervision.stages;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
