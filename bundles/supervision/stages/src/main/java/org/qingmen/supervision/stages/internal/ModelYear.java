package org.qingmen.supervision.stages.internal;

import java.util.OptionalInt;
import org.qingmen.model.Vin;

/** Model year of a VIN (GB 16735): position 10 repeats every thirty years. */
final class ModelYear {

  private static final String CODES = "ABCDEFGHJKLMNPRSTVWXY123456789";
  private static final int FIRST = 1980;
  private static final int CYCLE = 30;

  private ModelYear() {}

  /**
   * The model year closest to a year.
   *
   * @return empty when the VIN is not well-formed, or its maker need not tell the year
   */
  static OptionalInt near(String vin, int year) {
    Vin read = vin == null ? null : new Vin(vin);
    if (read == null || !read.wellFormed() || !read.checkDigitBinding()) {
      return OptionalInt.empty();
    }
    int code = CODES.indexOf(vin.charAt(9));
    if (code < 0) {
      return OptionalInt.empty();
    }
    // halfway between two cycles the earlier one counts
    int cycles = (int) Math.ceil((year - FIRST - code) / (double) CYCLE - 0.5);
    return OptionalInt.of(FIRST + code + Math.max(cycles, 0) * CYCLE);
  }
}
