package org.qingmen.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.qingmen.engine.NativePassages;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.model.GatePassage;

/** The load is what real gates send, not what is easy to take. */
class RecordsTest {

  private static final int MANY = 2_000;

  private final ObjectMapper json = new ObjectMapper();
  private final Fleet fleet = new Fleet(10, 4_000);
  private final Records records = new Records(fleet, "t");

  @Test
  void everyRecordPassesTheSchemaAndIsAboutAsLongAsTheContractsExample() throws IOException {
    SchemaCheck schema = SchemaCheck.of("passage");
    for (int i = 0; i < MANY; i++) {
      byte[] record = records.next(i % 10);

      assertThat(schema.faults(json.readTree(record))).isEmpty();
      assertThat(record.length).isBetween(800, 1_050);
    }
  }

  @Test
  void platesAndIdentificationNumbersAreWellFormed() {
    for (int i = 0; i < MANY; i++) {
      GatePassage passage = NativePassages.read(records.next(i % 10));

      assertThat(passage.plate().wellFormed()).as(passage.plate().number()).isTrue();
      assertThat(passage.vehicle().vin().checkDigitRight()).isTrue();
    }
  }

  @Test
  void noSerialNumberComesTwice() {
    Set<String> receipts = new HashSet<>();
    for (int i = 0; i < MANY; i++) {
      assertThat(receipts.add(NativePassages.read(records.next(i % 10)).receipt().value()))
          .isTrue();
    }
  }

  @Test
  void anArrayHoldsAsManyRecordsAsAskedFor() throws IOException {
    JsonNode array = json.readTree(records.next(3, 100));

    assertThat(array).hasSize(100);
    assertThat(array)
        .allMatch(each -> each.path("enterprise").asText().equals(fleet.sites().get(3).id()));
  }
}
