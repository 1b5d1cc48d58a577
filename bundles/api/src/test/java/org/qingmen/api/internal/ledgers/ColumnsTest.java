package org.qingmen.api.internal.ledgers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.queries.Labels;

class ColumnsTest {

  private static final Labels LABELS = Labels.in(Locale.CHINESE);

  private final Columns<String> columns =
      new Columns<String>().with("plate", plate -> plate).with("minutes", plate -> 45L);

  @Test
  void aPlateOfNoUsualFormIsMaskedByTheNameOfItsColumn() {
    assertThat(columns.masked().cells("KZ-123-ABC", LABELS)).containsExactly("KZ-***C", 45L);
    assertThat(columns.masked().cells(null, LABELS)).containsExactly(null, 45L);
    assertThat(columns.masked().names()).isEqualTo(columns.names());
  }

  @Test
  void whoMaySeePlatesSeesThem() {
    assertThat(columns.cells("冀B12345", LABELS)).containsExactly("冀B12345", 45L);
  }

  @Test
  void aTableNamesCodesAndTheAnswerKeepsThem() {
    Columns<String> coded = new Columns<String>().with("colour", "colour", colour -> colour);
    assertThat(coded.cells("yellow", LABELS)).containsExactly("黄");
    assertThat(coded.masked().cells("yellow", LABELS)).containsExactly("黄");
    assertThat(coded.cells("mauve", LABELS)).containsExactly("mauve");
    ObjectNode json = Json.object();
    coded.write(json, "yellow");
    assertThat(json.path("colour").asText()).isEqualTo("yellow");
  }
}
