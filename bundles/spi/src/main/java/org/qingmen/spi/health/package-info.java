/**
 * How a room tells whether it can do its work: {@code /health/ready} and the shell show every
 * {@link org.qingmen.spi.health.HealthCheck} that is registered as a service.
 */
@Export
@Version("1.0.0")
package org.qingmen.spi.health;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
