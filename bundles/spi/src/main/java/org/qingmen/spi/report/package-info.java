/** Reporting upward, from city to province to state, as a port: one reporter per dialect. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.qingmen.spi.report;
