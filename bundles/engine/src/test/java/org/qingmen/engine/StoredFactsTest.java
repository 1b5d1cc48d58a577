package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.qingmen.model.EmissionStage;
import org.qingmen.spi.facts.Correction;
import org.qingmen.spi.facts.NamedUnit;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.facts.Traffic;

@DisplayName("Stored facts")
class StoredFactsTest {

  private static final Path RULES = Path.of("../../rules");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PassageFacts truck = TestFacts.truck(EmissionStage.V, "2026-10-01T08:00:00+08:00");

  @Test
  @DisplayName("of a record without the later members are written as they always were")
  void areWrittenAsBefore() throws IOException {
    JsonNode facts = decided(truck).path("facts");
    List<String> names = new ArrayList<>();
    facts.fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .containsExactly(
            "controls", "enterprise", "known", "listed", "passage", "received", "traffic");
    names.clear();
    facts.path("traffic").fieldNames().forEachRemaining(names::add);
    assertThat(names).containsExactly("entryWithin7Days", "weighedTonnes");
    assertThat(facts.at("/passage/vehicle").has("disclosure")).isFalse();
  }

  @Test
  @DisplayName(
      "with all members come back as they were, and the decision is the same byte for byte")
  void comeBack() throws IOException {
    PassageFacts corrected =
        new PassageFacts(
            truck.passage(),
            truck.enterprise(),
            truck.listed(),
            truck.controls(),
            truck.known(),
            new Traffic(
                true,
                null,
                33.0,
                null,
                1800L,
                "A02",
                9L,
                "130100",
                600L,
                new NamedUnit("M1", "machine", "3-AB12345", null, "3")),
            new Correction("A".repeat(26), "录入有误", "user:plant", "user:zhang", "S1-vin-form"));
    try (RulesWorkbench workbench = new RulesWorkbench().withLibrary(RULES)) {
      Decider decider = workbench.decider(RULES.resolve("cn.verification"));
      byte[] document = decider.decide(corrected).document();
      StoredFacts stored = StoredFacts.of(JSON.readTree(document));
      assertThat(stored.facts()).isEqualTo(corrected);
      assertThat(decider.decide(stored.facts()).document()).isEqualTo(document);
      assertThat(decider.replay(document).identical()).isTrue();
    }
  }

  private static JsonNode decided(PassageFacts facts) throws IOException {
    try (RulesWorkbench workbench = new RulesWorkbench().withLibrary(RULES)) {
      Decider decider = workbench.decider(RULES.resolve("cn.verification"));
      return JSON.readTree(decider.decide(facts).document());
    }
  }
}
