package org.qingmen.supervision.control;

import java.time.Instant;
import java.util.List;
import org.qingmen.model.Coded;

/**
 * Which gate holds what: a gate that fetches a list is noted as offered its version, and confirms
 * it once it has taken it over. A gate that asked at least once and lags longer than the parameter
 * {@code delivery.lag-minutes} is an alarm ({@code delivery-lag}).
 *
 * <p>Refusals: {@code unknown-list-version}.
 */
public interface Deliveries {

  /** The lists that are distributed. */
  enum Kind implements Coded {
    VIOLATORS("violators"),
    POLICIES("policies"),
    EPISODES("episodes");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /** Notes that a gate was given a list up to a version. */
  void offered(Kind list, String gate, String enterprise, long version);

  /** Notes that a gate says it holds a version; also a lower one than before. */
  Delivery acknowledge(Kind list, String gate, String enterprise, long version);

  /** One list at every gate that ever asked, by gate. */
  List<Delivery> of(Kind list);

  /** Version of a list now. */
  long version(Kind list);

  /**
   * One list at one gate.
   *
   * @param gate id of the device
   * @param offered version it was last given, offeredAt since when
   * @param held version it confirmed, -1 for none
   * @param heldAt when it confirmed it, null for never
   * @param asked when it last asked, null when not since the start of the server
   * @param behindSince when the oldest change that it has not confirmed was made; null when it
   *     holds everything that concerns it
   */
  record Delivery(
      Kind list,
      String gate,
      String enterprise,
      String division,
      long offered,
      Instant offeredAt,
      long held,
      Instant heldAt,
      Instant asked,
      Instant behindSince) {}
}
