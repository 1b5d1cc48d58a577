package org.qingmen.simulate;

/** Figures of a run: records sent, acknowledged, failed, their rate, and the last problem. */
record Totals(long sent, long acknowledged, long failed, String perSecond, String lastProblem) {}
