/**
 * Whom a version of a rule pack would hit, before it serves: over a stored period as a job ({@link
 * org.qingmen.impact.Impacts}), on live traffic beside the version in service ({@link
 * org.qingmen.impact.Shadows}), and who must agree where many are hit ({@link
 * org.qingmen.impact.Approvals}). Nothing that is stored or answered changes by it.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.qingmen.impact;
