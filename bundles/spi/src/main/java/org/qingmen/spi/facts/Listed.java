package org.qingmen.spi.facts;

import java.time.Instant;

/**
 * An entry of the violator list (排放超标车辆名单) that matches the vehicle and is valid at the time.
 *
 * @param id id of the entry
 * @param matchedBy {@code plate}, {@code vin} or {@code machine}
 * @param reason why the vehicle is listed
 * @param source who listed it
 * @param from valid from
 * @param to valid to, null while open
 */
public record Listed(
    String id, String matchedBy, String reason, String source, Instant from, Instant to) {

  /** What it was matched by. */
  public String getMatchedBy() {
    return matchedBy;
  }

  /** Why the vehicle is listed. */
  public String getReason() {
    return reason;
  }

  /** Who listed it. */
  public String getSource() {
    return source;
  }
}
