/**
 * What runs where: one Camel context per connector, its state and start time, what was refused and
 * why; and the check that a route from the drop folder must pass before it runs.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.qingmen.camelhost;
