/** What an alert really changed: normal days against alert days, per enterprise and city. */
@Export
@Version("1.0.0")
package org.qingmen.supervision.response;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
