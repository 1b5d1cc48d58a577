/**
 * The HTTP door: every {@link org.qingmen.api.ApiResource} service is served under {@code
 * /api/v1/}, comes and goes with its bundle, and never breaks a request that is under way.
 */
@Export
@Version("1.0.0")
package org.qingmen.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
