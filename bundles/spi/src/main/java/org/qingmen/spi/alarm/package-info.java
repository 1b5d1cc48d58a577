/** Where every room reports what somebody must look at. */
@Export
@Version("1.0.0")
package org.qingmen.spi.alarm;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
