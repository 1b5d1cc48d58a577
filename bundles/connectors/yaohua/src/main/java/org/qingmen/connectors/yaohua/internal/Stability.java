package org.qingmen.connectors.yaohua.internal;

import java.time.Duration;
import java.time.Instant;

/**
 * Derives stability from equal values in a row, and lets one weighing pass per vehicle: the
 * platform must have been empty since the last one.
 */
final class Stability {

  private final ScaleSettings settings;
  private double reference;
  private Instant since;
  private int equal;
  private boolean armed = true;

  Stability(ScaleSettings settings) {
    this.settings = settings;
  }

  /**
   * Takes the next value.
   *
   * @return whether it just became the weight of a vehicle
   */
  boolean next(double kilograms, Instant now) {
    if (kilograms < settings.empty()) {
      armed = true;
      forget();
      return false;
    }
    if (since == null || Math.abs(kilograms - reference) > settings.tolerance()) {
      reference = kilograms;
      since = now;
      equal = 1;
    } else {
      equal++;
    }
    boolean stable =
        equal >= settings.frames()
            && Duration.between(since, now).compareTo(settings.duration()) >= 0;
    if (!stable || !armed) {
      return false;
    }
    armed = false;
    return true;
  }

  /** What came before counts no more: an overload, or a gap in the stream. */
  void forget() {
    since = null;
    equal = 0;
  }
}
