/**
 * The door to the platform behind all connectors and the HTTP API: schema, scope, duplicates,
 * decision, journal, answer. Passages go through {@link org.qingmen.spi.intake.PassageSink}; what
 * else the API needs is here.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.qingmen.intake;
