package org.qingmen.supervision.registers;

import java.util.List;
import java.util.Optional;

/**
 * Administrative divisions (GB/T 2260) with their names, down to the county; a bureau adds what the
 * standard lacks, such as development zones.
 */
public interface DivisionTree {

  /**
   * One division.
   *
   * @param code six digits
   * @param name name in Chinese
   * @param parent code of the division above; {@code 000000} above provinces
   * @param verified whether two sources of the shipped data agree on it
   * @param source null for the shipped data, else where a bureau has it from
   */
  record Entry(String code, String name, String parent, boolean verified, String source) {}

  /** The division with this code. */
  Optional<Entry> find(String code);

  /**
   * Divisions below one, by code.
   *
   * @param code six digits; {@code 000000} for the whole country
   * @param deep all of them, not only the next level
   */
  List<Entry> under(String code, boolean deep);

  /** Adds a division or changes its name. */
  Entry put(String code, String name, String source, String actor);

  /** Where the shipped data come from, and their date. */
  String source();
}
