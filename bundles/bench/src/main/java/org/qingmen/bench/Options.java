package org.qingmen.bench;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * What was asked for.
 *
 * @param name benchmark
 * @param seconds seconds of each step
 * @param longRun whether the ten-minute version was asked for
 * @param records records to seed
 * @param peer whether the peers run too
 * @param load records a second offered meanwhile
 */
public record Options(
    String name, int seconds, boolean longRun, long records, boolean peer, int load) {

  private static final int SHORT_SECONDS = 30;
  private static final long SEED_RECORDS = 100_000;
  private static final int LOAD = 1_000;

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException naming what is not understood
   */
  static Options parse(String[] arguments) {
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
    String name = rest.isEmpty() ? "all" : rest.peek().startsWith("--") ? "all" : rest.poll();
    int seconds = SHORT_SECONDS;
    boolean longRun = false;
    boolean peer = true;
    long records = SEED_RECORDS;
    int load = LOAD;
    while (!rest.isEmpty()) {
      String option = rest.poll();
      switch (option) {
        case "--seconds" -> seconds = (int) number(option, rest.poll());
        case "--records" -> records = number(option, rest.poll());
        case "--load" -> load = (int) number(option, rest.poll());
        case "--long" -> longRun = true;
        case "--no-peer" -> peer = false;
        default -> throw new IllegalArgumentException(option);
      }
    }
    return new Options(name, seconds, longRun, records, peer, load);
  }

  private static long number(String option, String value) {
    if (value == null || !value.matches("[1-9][0-9]{0,9}")) {
      throw new IllegalArgumentException(option + " " + value);
    }
    return Long.parseLong(value);
  }
}
