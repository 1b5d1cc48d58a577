/**
 * Values and records of the domain: immutable, validated when they are made, without any library.
 *
 * <p>Codes are those of the native profile (see {@code docs/native-profile.md}); makers' and
 * provinces' own codes never reach this package, connectors translate them first.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.qingmen.model;
