/**
 * Where connectors hand over what they received: passages, weigh tickets, pictures, and messages
 * that nobody knows.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.qingmen.spi.intake;
