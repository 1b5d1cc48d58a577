/** What processes, disks and the projection say while they work. */
package org.qingmen.bench.measure;
