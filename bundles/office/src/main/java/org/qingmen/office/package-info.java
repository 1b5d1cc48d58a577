/**
 * Paper of the office: spreadsheets (CSV, XLSX) read and written as streams, small workbooks cell
 * by cell, and printed reports (PDF) with Chinese text. Knows nothing of what they are about.
 */
@Export
@Version("1.1.0")
package org.qingmen.office;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
