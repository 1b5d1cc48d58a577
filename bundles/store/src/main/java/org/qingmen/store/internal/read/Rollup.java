package org.qingmen.store.internal.read;

/** The tables statistics are read from. */
enum Rollup {
  /** Days of enterprises by everything that is known of a vehicle. */
  DAYS("traffic_day"),
  /** Days of enterprises by new energy alone. */
  ENTERPRISE_DAYS("traffic_enterprise_day"),
  /** Months of enterprises. */
  MONTHS("traffic_month"),
  /** Days of provinces, of divisions and of a province's industries. */
  AREAS("traffic_area_day");

  private final String table;

  Rollup(String table) {
    this.table = table;
  }

  String table() {
    return table;
  }
}
