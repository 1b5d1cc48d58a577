package org.qingmen.engine.internal.grade;

import java.math.BigDecimal;

/**
 * A waiver as a rule stated it.
 *
 * @param share share that counts instead of what was measured
 * @param what number under which it is recorded
 * @param until its last day
 */
record Waived(BigDecimal share, String what, String until) {}
