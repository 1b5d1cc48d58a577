/**
 * Information management: registers with their history, import, duplicates, papers and
 * certificates.
 */
@Export
@Version("1.0.0")
package org.qingmen.supervision.registers;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
