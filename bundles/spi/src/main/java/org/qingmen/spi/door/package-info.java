/**
 * The way every message of a camera takes from its bytes to the decision, so that a connector is a
 * codec, a mapping and an answer in the device's dialect: decode, find the device, map, store the
 * pictures, submit; whatever cannot be accepted is kept in quarantine.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.qingmen.spi.door;
