package org.qingmen.supervision.response.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The normal days that an alert is compared with.
 *
 * @param mode {@code all} or {@code sample}
 * @param seed seed of the draw; null when all days count
 * @param candidates normal days before the alert
 * @param days those that count, ascending
 */
record NormalDays(String mode, Long seed, List<LocalDate> candidates, List<LocalDate> days) {

  static NormalDays all(List<LocalDate> candidates) {
    return new NormalDays("all", null, candidates, candidates);
  }

  /** Draws some of them; the same seed draws the same days. */
  static NormalDays sample(List<LocalDate> candidates, int size, long seed) {
    List<LocalDate> drawn = new ArrayList<>(candidates);
    Collections.shuffle(drawn, new Random(seed));
    List<LocalDate> days = drawn.stream().limit(size).sorted().toList();
    return new NormalDays("sample", seed, candidates, days);
  }
}
