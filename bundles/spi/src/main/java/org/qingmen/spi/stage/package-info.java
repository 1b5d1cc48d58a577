/**
 * Determination of emission stages by outside catalogues (national query platforms, local
 * catalogues) as a port.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.qingmen.spi.stage;
