package org.qingmen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.qingmen.model.Text;

class StoredJsonTest {

  private static final JsonNode KEPT =
      StoredJson.read(
          """
          {"name": "门", "none": null, "blank": "", "number": 7,
           "from": "2026-11-23T08:00:00+08:00", "day": "2026-11-23", "grades": ["A", "B"]}
          """);

  @Test
  void aTextIsNullWhenTheMemberIsAbsentOrNull() {
    assertThat(StoredJson.text(KEPT, "name")).isEqualTo("门");
    assertThat(StoredJson.text(KEPT, "number")).isEqualTo("7");
    assertThat(StoredJson.text(KEPT, "blank")).isEmpty();
    assertThat(StoredJson.text(KEPT, "none")).isNull();
    assertThat(StoredJson.text(KEPT, "absent")).isNull();
  }

  @Test
  void aTimeIsReadWithItsOffsetAndNothingElseIsATime() {
    assertThat(StoredJson.time(KEPT, "from")).isEqualTo(Instant.parse("2026-11-23T00:00:00Z"));
    assertThat(StoredJson.time(KEPT, "none")).isNull();
    assertThatThrownBy(() -> StoredJson.time(KEPT, "day")).isInstanceOf(DateTimeException.class);
  }

  @Test
  void aListThatIsAbsentIsEmpty() {
    assertThat(StoredJson.texts(KEPT, "grades")).containsExactly("A", "B");
    assertThat(StoredJson.texts(KEPT, "absent")).isEmpty();
  }

  @Test
  void aTextInBothLanguagesIsAnObject() {
    assertThat(StoredJson.text(new Text("门", "gate")))
        .hasToString("{\"zh\":\"门\",\"en\":\"gate\"}");
  }

  @Test
  void damageNamesTheDocument() {
    Document damaged =
        new Document("gate", "G-1", null, null, 1, "{\"name\":", "it", Instant.EPOCH, false);
    assertThatThrownBy(() -> StoredJson.body(damaged))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("gate G-1");
    byte[] half = "[1,".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> StoredJson.read(half)).isInstanceOf(UncheckedIOException.class);
  }
}
