/**
 * What an integrator writes: a {@link org.qingmen.spi.device.Codec} turns bytes into a message, a
 * {@link org.qingmen.spi.device.Mapping} turns the message into a native record; transports are
 * Camel routes published as services.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.qingmen.spi.device;
