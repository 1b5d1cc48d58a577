/**
 * Bounded framers for byte streams, so that no integrator writes one: frames are found by content,
 * never by TCP segment, noise is skipped and counted, nothing is buffered without a limit.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.qingmen.spi.framing;
