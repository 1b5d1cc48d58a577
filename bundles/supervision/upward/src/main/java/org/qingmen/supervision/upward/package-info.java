/**
 * Reporting upward (数据上报, source document 6.6): records, ledgers and daily summaries for the
 * platform above, from city to province to state.
 *
 * <p>A durable outbox follows the journal with a cursor of its own for each target. What is in it
 * is in one of four states: stored, sent, confirmed with the receipt of the platform above, given
 * up with a reason. Records of one enterprise go up in the order in which they were received;
 * resends are harmless, because the same record has the same receipt. A day whose records are not
 * all in the outbox is a gap, found by counting and refilled from the store.
 */
@Export
@Version("1.0.0")
package org.qingmen.supervision.upward;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
