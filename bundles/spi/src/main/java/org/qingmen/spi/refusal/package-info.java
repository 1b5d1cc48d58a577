/**
 * How a service says no: every refusal has a code, says what is wrong, why, and how to put it
 * right, in Chinese and English. The HTTP door turns a {@link org.qingmen.spi.refusal.Refusal} into
 * a problem document, the shell into lines.
 */
@Export
@Version("1.0.0")
package org.qingmen.spi.refusal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
