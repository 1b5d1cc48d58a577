package org.qingmen.intake.internal.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.qingmen.spi.intake.PassageAnswer.Fault;
import org.qingmen.spi.refusal.RefusalTexts;
import org.qingmen.store.LedgerStore;

/** Rows as the corrections of one call make them; each sees what those before it did. */
final class LedgerDrafts {

  private final LedgerStore store;
  private final RefusalTexts texts;
  private final String source;
  private final Map<List<String>, ObjectNode> standing = new HashMap<>();

  /**
   * What becomes of a correction.
   *
   * @param row the new row; null when it is refused or says what stands already
   * @param faults why it is refused
   */
  record Draft(ObjectNode row, List<Fault> faults) {

    boolean isNew() {
      return row != null;
    }
  }

  LedgerDrafts(LedgerStore store, RefusalTexts texts, String source) {
    this.store = store;
    this.texts = texts;
    this.source = source;
  }

  /**
   * Drafts the next one.
   *
   * @param check what is wrong with a row of the ledger
   */
  Draft next(JsonNode correction, Function<ObjectNode, List<Fault>> check) {
    List<String> key = LedgerPatch.key(correction);
    Optional<ObjectNode> before =
        Optional.ofNullable(standing.get(key)).or(() -> LedgerPatch.standing(correction, store));
    if (before.isEmpty()) {
      return refused("no-such-row", "/serial", key.get(2));
    }
    Optional<String> fixed = LedgerPatch.fixed(correction);
    if (fixed.isPresent()) {
      return refused("fixed", "/patch/" + fixed.get(), fixed.get());
    }
    ObjectNode row = LedgerPatch.applied(before.get(), correction);
    List<Fault> faults = check.apply(row);
    if (!faults.isEmpty() || row.equals(before.get())) {
      return new Draft(null, faults);
    }
    standing.put(key, row.deepCopy());
    row.putObject("corrects")
        .put("serial", key.get(2))
        .put("reason", correction.path("reason").asText())
        .put("by", source);
    return new Draft(row, List.of());
  }

  private Draft refused(String code, String pointer, String value) {
    return new Draft(null, List.of(new Fault(code, pointer, texts.text("fault." + code, value))));
  }
}
