package org.qingmen.supervision.response;

import java.util.List;
import java.util.Optional;
import org.qingmen.store.Document;

/**
 * What an alert episode really changed, per enterprise (响应评估, §6.7): vehicles per day on normal
 * days against the days of the alert, forbidden trips with their evidence, caps, offline hours and
 * an estimate of the emissions avoided. The rules of kind {@code response} say whether the demands
 * were met.
 *
 * <p>An evaluation is a registry document of kind {@code response-evaluation} that carries the
 * judgement with facts, rules and parameters; evaluating again is a new version beside the old
 * ones.
 *
 * <p>Refusals: {@code unknown-episode}, {@code unknown-evaluation}, {@code episode-not-begun},
 * {@code outside-episode}, {@code evaluation-running}.
 */
public interface ResponseEvaluations {

  /** Kind of the documents. */
  String KIND = "response-evaluation";

  /** Evaluates one enterprise now. */
  Document evaluate(String enterprise, Question question, String actor);

  /**
   * Evaluates every enterprise of the episode's divisions in the background.
   *
   * @return the run as it begins
   */
  Run evaluateAll(Question question, String actor);

  /** The run of an episode that goes on, else its last one. */
  Optional<Run> run(String episode);

  /** The present version. */
  Optional<Document> get(String id);

  /** All versions, newest first. */
  List<Document> history(String id);

  /**
   * The enterprises of an episode, best first: by verdict, forbidden trips, and the share by which
   * their trips went down. The place is that among all enterprises of the episode, whoever reads.
   *
   * @param episode only this one; null for all, then by episode first
   * @param divisionPrefix leading digits of the enterprises' divisions; null or empty for all
   * @param enterprise only this one; null for all
   */
  List<Ranked> ranking(String episode, String divisionPrefix, String enterprise);

  /** Id of the evaluation of an enterprise in an episode. */
  static String id(String enterprise, String episode) {
    return enterprise + "~" + episode;
  }
}
