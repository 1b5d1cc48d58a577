/**
 * The launcher's offline verbs. A verb implements {@link org.qingmen.cli.Verb} and is named in
 * {@code META-INF/services/org.qingmen.cli.Verb}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.qingmen.cli;
