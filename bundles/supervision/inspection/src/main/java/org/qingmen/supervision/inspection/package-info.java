/**
 * Verification on site (核查, source document 6.7), acceptance of gate systems (验收, 6.6) and the
 * index of videos.
 *
 * <p>A sample is drawn by rank: of a list, those ids come first whose SHA-256 over {@code
 * seed|list|id} (UTF-8, lower-case hex) is smallest. So everybody can draw it again, the order in
 * which records arrived does not matter, and records that arrived after the draw are not looked at:
 * the journal position of the draw is stored with the seed.
 *
 * <p>What follows from findings is said by the packs of kind {@code inspection} and {@code
 * acceptance}; nothing here knows a limit.
 */
@Export
@Version("1.0.0")
package org.qingmen.supervision.inspection;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
