package org.qingmen.store.internal.registry;

import jakarta.persistence.EntityManager;

/** Keeps the division of an enterprise beside its number, for queries by division. */
final class EnterpriseTable {

  private EnterpriseTable() {}

  /** Notes the division, if the document names one. */
  static void remember(EntityManager manager, String code, String division) {
    if (division != null) {
      manager
          .createNativeQuery(
              "INSERT INTO enterprise (code, division) VALUES (?, ?)"
                  + " ON DUPLICATE KEY UPDATE division = VALUES(division)")
          .setParameter(1, code)
          .setParameter(2, division)
          .executeUpdate();
    }
    changed(manager, code);
  }

  /** Lets the projector look whether the enterprise's traffic is still counted where it belongs. */
  static void changed(EntityManager manager, String code) {
    manager
        .createNativeQuery(
            "UPDATE traffic_home SET stale = 1"
                + " WHERE enterprise IN (SELECT id FROM enterprise WHERE code = ?)")
        .setParameter(1, code)
        .executeUpdate();
  }
}
