/**
 * The peer: the service a careful team would write first. HTTP in, one transaction per record, HTTP
 * out. It has the product's rules, checks, rows, rollups and connection pool, and none of its
 * journal or projection. What can be kept in memory is kept in memory, statements are prepared once
 * on the server, the contended rows are touched last.
 */
package org.qingmen.bench.peer;
