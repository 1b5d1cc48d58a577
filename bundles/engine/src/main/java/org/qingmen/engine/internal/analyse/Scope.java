package org.qingmen.engine.internal.analyse;

import java.util.Map;

/**
 * What names mean while an expression is evaluated.
 *
 * @param fact the fact that is asked, null outside of a pattern
 * @param bindings names given so far
 * @param globals {@code outcome}, {@code tally}, {@code parameters}, {@code drools}
 */
record Scope(Object fact, Map<String, Object> bindings, Map<String, ?> globals) {}
