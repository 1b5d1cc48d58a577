/**
 * Whether a pack that calls itself stricter is: it is held against the pack it extends over golden
 * records, and one that is laxer for a single record is refused with that record.
 */
package org.qingmen.engine.internal.strict;
