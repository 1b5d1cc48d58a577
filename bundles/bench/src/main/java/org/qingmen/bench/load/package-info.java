/**
 * The load: realistic records, signed like a device signs them, and a client that costs as little
 * as it can, because it shares the machine with what it measures.
 */
package org.qingmen.bench.load;
