package org.qingmen.model;

import java.util.Optional;

/** A value with a code on the wire, such as {@code yellow-green} for a plate colour. */
public interface Coded {

  /** The code of the native profile, lower case except for the stages {@code D} and {@code X}. */
  String code();

  /**
   * The constant of {@code type} that carries {@code code}.
   *
   * @return empty when the code is null or not in the table; nothing is guessed
   */
  static <E extends Enum<E> & Coded> Optional<E> of(Class<E> type, String code) {
    for (E value : type.getEnumConstants()) {
      if (value.code().equals(code)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
