package org.qingmen.store;

import java.time.Instant;
import java.util.List;

/** What each gate holds of the lists that are distributed to it. Safe for concurrent use. */
public interface GateDeliveries {

  /** Keeps what is known of one gate and one list, in place of what was known before. */
  void save(Delivery delivery);

  /** Everything known, in no order. */
  List<Delivery> all();

  /**
   * One list at one gate.
   *
   * @param list {@code violators}, {@code policies} or {@code episodes}; 1 to 20 characters
   * @param gate id of the device
   * @param enterprise discharge-unit code of its enterprise
   * @param division division of its enterprise, six digits
   * @param offered version it was last given
   * @param offeredAt since when it was given that version
   * @param held version it confirmed last, -1 for none
   * @param heldAt when it confirmed it, null for never
   */
  record Delivery(
      String list,
      String gate,
      String enterprise,
      String division,
      long offered,
      Instant offeredAt,
      long held,
      Instant heldAt) {}
}
