package org.qingmen.store;

/**
 * A row of statistics beside its counterpart of the earlier period; either counts nothing where the
 * other period alone has the group.
 *
 * @param now the row of the period asked for
 * @param before the row of the earlier period, its days and months moved into the later one
 */
public record ComparedRow(StatisticsRow now, StatisticsRow before) {}
