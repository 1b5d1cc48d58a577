/**
 * What a rule pack says of itself: its descriptor, its dated parameters, its state. The literal
 * file formats are given by the JSON Schemas served at {@code /api/v1/schemas}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.qingmen.spi.pack;
