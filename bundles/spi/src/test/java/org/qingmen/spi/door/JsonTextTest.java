package org.qingmen.spi.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {

  @Test
  void writesWhatAJsonReaderReadsBack() throws Exception {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("text", "冀A \"quoted\" \\ \n\t\u0001 \ud83d\ude9a");
    value.put("numbers", List.of(1, 2.5, -3L));
    value.put("nothing", Arrays.asList(null, true, Map.of(), List.of()));
    ObjectMapper json = new ObjectMapper();
    assertThat(json.readTree(JsonText.bytes(value)))
        .isEqualTo(json.readTree(json.writeValueAsBytes(value)));
  }

  @Test
  void escapesHalfACharacter() throws Exception {
    assertThat(JsonText.text("a\ud83d")).isEqualTo("\"a\\ud83d\"");
  }

  @Test
  void refusesWhatIsNotPlain() {
    assertThatIllegalArgumentException().isThrownBy(() -> JsonText.text(new Object()));
  }
}
