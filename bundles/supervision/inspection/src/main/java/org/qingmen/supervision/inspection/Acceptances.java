package org.qingmen.supervision.inspection;

import java.util.Optional;
import org.qingmen.store.Document;
import org.qingmen.store.Page;

/**
 * Acceptances of gate systems (验收, source document 6.6) by the checklist of the packs of kind
 * {@code acceptance}. States: {@code open}, then {@code accepted} or {@code rejected}, which stay.
 *
 * <p>Refusals: {@code bad-acceptance}, {@code unknown-acceptance}, {@code acceptance-decided},
 * {@code acceptance-open}.
 */
public interface Acceptances {

  /** Begins an acceptance: the checklist in force, measured by what the devices sent. */
  Document begin(String enterprise, String actor);

  /** The acceptance with this id. */
  Optional<Document> get(String id);

  /** Acceptances by id; null members do not restrict. */
  Page<Document> list(String enterprise, String divisionPrefix, String cursor, int limit);

  /** Measures again what the devices send; answers of the inspector stay. */
  Document measure(String id, String actor);

  /**
   * Stores the inspector's answer to an item.
   *
   * @param json {@code {result: ok | not-ok, text, files}}
   */
  Document answer(String id, String item, String json, String actor);

  /** Decides; the result is dated and becomes part of {@code gate-and-ledger} where a pack asks. */
  Document decide(String id, String actor);
}
