package org.qingmen.engine.internal.decide;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.qingmen.spi.facts.PassageFacts;

/** On which day a fact lies: the law's day is that of China, whatever zone a gate's clock names. */
final class Days {

  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private Days() {}

  static LocalDate of(PassageFacts facts) {
    return facts.passage().record().time().withOffsetSameInstant(CHINA).toLocalDate();
  }
}
