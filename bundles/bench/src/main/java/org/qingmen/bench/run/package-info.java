/** The benchmarks: what each does, in which order, and what it has to reach. */
package org.qingmen.bench.run;
