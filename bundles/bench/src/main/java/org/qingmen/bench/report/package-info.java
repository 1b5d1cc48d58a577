/** What a benchmark says: to the reader as a table with its bars, to the history as JSON. */
package org.qingmen.bench.report;
