package org.qingmen.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day as people write it in their lists: {@code 2018-05-01}, {@code 2018/5/1}, {@code 2018.5.1},
 * {@code 2018年5月1日}, {@code 20180501}; a time of day behind it does not count.
 */
public final class WrittenDay {

  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("([0-9]{4})([-/.])([0-9]{1,2})\\2([0-9]{1,2})(?:[ T].*)?"),
          Pattern.compile("([0-9]{4})(年)([0-9]{1,2})月([0-9]{1,2})日?(?:[ T].*)?"),
          Pattern.compile("([0-9]{4})()([0-9]{2})([0-9]{2})"));

  private WrittenDay() {}

  /** The day; empty when it is none, such as the 30th of February. */
  public static Optional<LocalDate> read(String text) {
    for (Pattern form : FORMS) {
      Matcher found = form.matcher(text.strip());
      if (found.matches()) {
        try {
          return Optional.of(LocalDate.of(number(found, 1), number(found, 3), number(found, 4)));
        } catch (DateTimeException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }
}
