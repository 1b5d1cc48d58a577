package org.qingmen.engine;

import java.util.List;
import java.util.Locale;
import org.qingmen.engine.internal.grade.GradeJson;
import org.qingmen.engine.internal.json.CanonicalWriter;
import org.qingmen.model.Text;

/**
 * The transport grade of an enterprise over a period.
 *
 * @param grade grade awarded; null when no pack grades the industry
 * @param policy policy it was graded by; null without a pack
 * @param grades all grades of the pack, best first
 * @param complete whether nothing that decides was missing
 * @param verified whether every threshold that decided is verified
 * @param reason why there is no grade or it is incomplete; null when there is nothing to say
 * @param indicators each indicator with its value and thresholds
 * @param gaps what is missing for the next better grade
 * @param paths the cheapest way to each better grade that can be reached; only in answers, stored
 *     decisions stay as they were
 * @param waivers what counted although it was not measured, always apart
 * @param pack the pack that decided; null without one
 * @param result the grade object of the contract without {@code decision}, canonical UTF-8 JSON;
 *     texts are objects with {@code zh} and {@code en}
 * @param document canonical decision document, to be stored as it is
 */
public record GradeDecision(
    String grade,
    String policy,
    List<String> grades,
    boolean complete,
    boolean verified,
    Reason reason,
    List<Indicator> indicators,
    List<Gap> gaps,
    List<Path> paths,
    List<Waiver> waivers,
    PackRef pack,
    byte[] result,
    byte[] document) {

  /** Without ways to better grades and waivers. */
  public GradeDecision(
      String grade,
      String policy,
      List<String> grades,
      boolean complete,
      boolean verified,
      Reason reason,
      List<Indicator> indicators,
      List<Gap> gaps,
      PackRef pack,
      byte[] result,
      byte[] document) {
    this(
        grade,
        policy,
        grades,
        complete,
        verified,
        reason,
        indicators,
        gaps,
        List.of(),
        List.of(),
        pack,
        result,
        document);
  }

  /**
   * The grade object of the contract in the reader's language.
   *
   * @param decision id of the decision, left out when null
   */
  public byte[] json(Locale locale, String decision) {
    GradeJson writer =
        new GradeJson(text -> new CanonicalWriter(256).value(text.in(locale)).bytes());
    return writer.write(this, decision, paths);
  }

  /** A reason: its code, such as {@code no-pack} or {@code no-road-transport}, and its text. */
  public record Reason(String code, Text text) {}

  /**
   * One indicator.
   *
   * @param code code, such as {@code road.v-or-nev.share}
   * @param value share from 0 to 1, or a stage code, or a truth value; null when it has no base
   * @param unit {@code share}, {@code stage} or {@code boolean}
   * @param base what the share is of, in {@code baseUnit}
   * @param baseUnit {@code trips}, {@code tonnes}, {@code units}; null for truth values
   * @param excluded what the pack left out, in {@code baseUnit}
   * @param grade best grade this indicator alone would allow
   * @param note what a reader should know, such as an empty base; may be null
   * @param requirements thresholds, best grade first
   */
  public record Indicator(
      String code,
      Object value,
      String unit,
      double base,
      String baseUnit,
      double excluded,
      String grade,
      Text note,
      List<Requirement> requirements) {}

  /**
   * One threshold.
   *
   * @param grade grade it is needed for
   * @param alternativeGroup thresholds of one grade with the same group are met when one is; may be
   *     null
   * @param operator {@code >=}, {@code <=} or {@code =}
   * @param threshold number, stage code or truth value; null when it is not known
   * @param met whether it is met by itself
   * @param waived whether it is not, but a waiver lets it count as met
   * @param clause clause
   * @param source where it was read
   * @param verified whether it was read in an official text or a page quoting one
   */
  public record Requirement(
      String grade,
      String alternativeGroup,
      String operator,
      Object threshold,
      boolean met,
      boolean waived,
      String clause,
      String source,
      boolean verified) {

    /** One that no waiver is needed for. */
    public Requirement(
        String grade,
        String alternativeGroup,
        String operator,
        Object threshold,
        boolean met,
        String clause,
        String source,
        boolean verified) {
      this(grade, alternativeGroup, operator, threshold, met, false, clause, source, verified);
    }
  }

  /**
   * A recorded, time-limited waiver, such as the one for a planned rail spur (§6.4).
   *
   * @param indicator indicator that it is for
   * @param share share from 0 to 1 that counts instead of what was measured
   * @param what number under which it is recorded
   * @param until its last day, {@code yyyy-MM-dd}
   * @param grades grades of which it meets a threshold, best first; empty when it helps nothing
   */
  public record Waiver(
      String indicator, double share, String what, String until, List<String> grades) {}

  /**
   * What is missing for a better grade.
   *
   * @param grade the better grade
   * @param indicator indicator that falls short
   * @param missing how much would have to change, in {@code unit}; null when the threshold is not
   *     known or nothing can be counted
   * @param unit {@code trips}, {@code tonnes}, {@code units} or {@code state}
   * @param message the same as a sentence
   */
  public record Gap(String grade, String indicator, Double missing, String unit, Text message) {}

  /**
   * The cheapest way to a better grade.
   *
   * @param grade the better grade
   * @param steps what to change, in the order of the pack's requirements
   * @param total sum of the changes as shares of what there is; a state counts as 1
   */
  public record Path(String grade, List<Step> steps, double total) {

    public Path {
      steps = List.copyOf(steps);
    }
  }

  /**
   * One change.
   *
   * @param indicator indicator that it raises
   * @param change how much more must count, in {@code unit}; negative when less must count
   * @param unit {@code trips}, {@code tonnes}, {@code vehicles}, {@code machines} or {@code state}
   * @param message the same as a sentence
   */
  public record Step(String indicator, double change, String unit, Text message) {}
}
