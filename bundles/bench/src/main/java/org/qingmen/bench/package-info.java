/** Benchmarks of the assembled product beside its peers, as the launcher calls them. */
package org.qingmen.bench;
