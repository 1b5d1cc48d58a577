package org.qingmen.api.internal.response;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingmen.intake.SchemaCheck;

/** The seed of a draw: whatever passes the schema can be read. */
class QuestionTest {

  private final SchemaCheck question = SchemaCheck.of("response-question");
  private final SchemaCheck draw = SchemaCheck.of("verification-draw");

  @ParameterizedTest
  @ValueSource(strings = {"1e30", "-1e30", "9223372036854775808", "1.5", "\"x\"", "true"})
  void aSeedThatIsNoNumberOfEighteenDigitsIsRefused(String seed) throws IOException {
    assertThat(question.faults(asked(seed))).isNotEmpty();
    assertThat(draw.faults(drawn(seed))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "7.0", "7e0", "\"7\""})
  void aSeedIsReadAsItIsMeant(String seed) throws IOException {
    assertThat(question.faults(asked(seed))).isEmpty();
    assertThat(EvaluationAsking.question(asked(seed)).seed()).isEqualTo(7);
  }

  @Test
  void theLargestSeedKeepsEveryDigit() throws IOException {
    assertThat(EvaluationAsking.question(asked("999999999999999999")).seed())
        .isEqualTo(999999999999999999L);
    assertThat(EvaluationAsking.question(asked("null")).seed()).isNull();
  }

  private static JsonNode asked(String seed) throws IOException {
    return new ObjectMapper().readTree("{\"episode\": \"e-1\", \"seed\": " + seed + "}");
  }

  private static JsonNode drawn(String seed) throws IOException {
    return new ObjectMapper()
        .readTree(
            "{\"enterprise\": \"x\", \"from\": \"2026-10-01\", \"to\": \"2026-10-02\", \"seed\": "
                + seed
                + "}");
  }
}
