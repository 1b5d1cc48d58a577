package org.qingmen.engine;

import java.time.LocalDate;
import org.qingmen.spi.facts.Parameters;
import org.qingmen.spi.pack.PackDescriptor;

/**
 * Asks the rule packs of the platform's functions: emission stages, alert measures, alarms,
 * suspicious information, ledgers, response, inspection, acceptance. Safe for concurrent use and
 * without side effects.
 */
public interface Judge {

  /**
   * Evaluates every pack of the matter's kind that is in force on its day and whose region holds
   * its division; a pack that another one in force extends is left out. Without any pack the
   * judgement is empty and says so by {@link Judgement#packs}.
   */
  Judgement judge(Matter matter);

  /**
   * Dated parameters as the rules of a kind would read them: those of the closest region first.
   *
   * @param division six digits; null for the whole country
   * @throws PackException {@code not-found} when no pack of the kind is in force
   */
  Parameters parameters(PackDescriptor.Kind kind, String division, LocalDate day);

  /** The parameters' origins: what {@link #parameters} answers, with clause, source and mark. */
  java.util.List<org.qingmen.spi.pack.Parameter> table(
      PackDescriptor.Kind kind, String division, LocalDate day);
}
