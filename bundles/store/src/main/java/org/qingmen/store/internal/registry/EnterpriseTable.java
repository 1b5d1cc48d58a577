package org.qingmen.store.internal.registry;

import jakarta.persistence.EntityManager;

/** Keeps the division of an enterprise beside its number, for queries by division. */
final class EnterpriseTable {

  private EnterpriseTable() {}

  static void remember(EntityManager manager, String code, String division) {
    manager
        .createNativeQuery(
            "INSERT INTO enterprise (code, division) VALUES (?, ?)"
                + " ON DUPLICATE KEY UPDATE division = VALUES(division)")
        .setParameter(1, code)
        .setParameter(2, division)
        .executeUpdate();
  }
}
