package org.qingmen.supervision.inspection;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.qingmen.store.Document;
import org.qingmen.store.Page;

/**
 * Verifications of enterprises by samples. States: {@code drawn}, {@code in-progress}, {@code
 * finished}, {@code signed}; after signing nothing changes.
 *
 * <p>Refusals: {@code bad-draw}, {@code unknown-verification}, {@code unknown-item}, {@code
 * bad-finding}, {@code verification-open} while items lack findings, {@code verification-signed},
 * {@code verification-not-finished}, {@code draw-not-ready} while the database lags.
 */
public interface Verifications {

  /**
   * Draws a sample.
   *
   * @return the verification with its items
   */
  Document draw(Draw draw, String actor);

  /** The verification with this id. */
  Optional<Document> get(String id);

  /** Verifications by id; null members do not restrict. */
  Page<Document> list(String enterprise, String divisionPrefix, String cursor, int limit);

  /** The verification as JSON: sample, findings, verdicts. */
  String details(String id);

  /** Draws the same sample again by the stored seed and position; whether it is the same. */
  boolean repeats(String id);

  /**
   * Stores the inspector's finding of one item, with the verdict of the rules.
   *
   * @param json {@code {result, text, photos, plates}}, see {@code finding.schema.json}
   * @return the finding as JSON
   */
  String find(String id, String item, String json, String actor);

  /** Judges the whole, when every item has a finding. */
  Document finish(String id, String actor);

  /** Prints and signs report and certificate. */
  Document sign(String id, TransportGrade grade, String actor);

  /** A signed paper as PDF: {@code report} or {@code certificate}; empty before signing. */
  Optional<byte[]> paper(String id, String paper);

  /** Whether a PDF is a paper of this server, unaltered; JSON {@code {valid, ...}}. */
  String verify(byte[] pdf);

  /** What a certificate says, as JSON; empty when there is none with this code. */
  Optional<String> certificate(String code);

  /**
   * What to draw.
   *
   * @param from first day
   * @param to last day, included; at most 366 days
   * @param seed seed, null for a random one
   * @param sizes how many of {@code ledger, gate, days, video}, within the limits of the rules;
   *     what is left out is as many as they allow
   */
  record Draw(
      String enterprise, LocalDate from, LocalDate to, Long seed, Map<String, Integer> sizes) {

    public Draw {
      sizes = Map.copyOf(sizes);
    }
  }

  /**
   * The transport grade printed on the certificate.
   *
   * @param grade the grade, null when there is none
   * @param verified whether no unverified threshold decided
   * @param decision id of the decision it rests on
   */
  record TransportGrade(
      String grade, String policy, boolean complete, boolean verified, String decision) {}
}
