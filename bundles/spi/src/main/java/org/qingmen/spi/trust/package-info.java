/** What only the server itself can do: keep secrets sealed, and sign what it issues. */
@Export
@Version("1.0.0")
package org.qingmen.spi.trust;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
