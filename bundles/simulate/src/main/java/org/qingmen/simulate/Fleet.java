package org.qingmen.simulate;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/** Made-up vehicles: number {@code n} is the same vehicle in every run with the same seed. */
final class Fleet {

  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String[] STAGES = {"4", "5", "5", "6", "6", "6", "D"};
  private static final int FUTURE_YEARS = 8;

  private final long seed;
  private final boolean future;
  private final Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  Fleet(Options options) {
    this.seed = options.number("--seed", 1);
    this.future = options.has("--future");
  }

  /**
   * One vehicle at the gate.
   *
   * @param electric whether it has a new-energy plate
   * @param entering whether it enters
   */
  record Vehicle(
      String plate, String stage, boolean electric, boolean entering, OffsetDateTime time) {}

  Vehicle vehicle(long index) {
    Random random = new Random(seed * 1_000_003 + index);
    String stage = STAGES[random.nextInt(STAGES.length)];
    boolean electric = "D".equals(stage);
    StringBuilder plate = new StringBuilder("冀").append("ABCEFG".charAt(random.nextInt(6)));
    if (electric) {
      plate.append(digits(random, 5)).append("DABC".charAt(random.nextInt(4)));
    } else {
      plate.append(LETTERS.charAt(random.nextInt(LETTERS.length()))).append(digits(random, 4));
    }
    Instant time = began.plusMillis(index);
    OffsetDateTime local = time.atOffset(ZoneOffset.ofHours(8));
    return new Vehicle(
        plate.toString(),
        stage,
        electric,
        index % 2 == 1,
        future ? local.plusYears(FUTURE_YEARS) : local);
  }

  private static String digits(Random random, int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }
}
