package org.qingmen.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingmen.spi.refusal.Refusal.Fault;

/** Refusals of what was sent are read by people who fill in forms. */
class FormCheckTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SCHEMAS = Path.of("..", "spi", "src", "main", "resources", "schemas");
  private static final Set<String> SILENT = Set.of("if", "then", "else", "allOf", "pattern");

  @Test
  void aMissingMemberIsNamedAndPointedAt() throws IOException {
    assertThat(faults("{\"required\": [\"kind\"]}", "{}"))
        .containsExactly(new Fault("schema", "/kind", text("缺少必填项“kind”", "“kind” is missing")));
  }

  @Test
  void anUnknownMemberIsNamedAndPointedAt() throws IOException {
    assertThat(faults("{\"additionalProperties\": false}", "{\"a/b\": 1}"))
        .containsExactly(
            new Fault("schema", "/a~1b", text("没有名为“a/b”的项", "nothing is called “a/b” here")));
  }

  @Test
  void aPatternIsToldByItsForm() throws IOException {
    String day =
        """
        {"properties": {"day": {"pattern": "^[0-9]+$", "x-form": {"zh": "应为日期", "en": "must be a day"}}}}""";
    assertThat(faults(day, "{\"day\": \"tomorrow\"}"))
        .containsExactly(new Fault("schema", "/day", text("应为日期", "must be a day")));
  }

  @Test
  void aPatternWithoutFormIsNotShown() throws IOException {
    assertThat(faults("{\"pattern\": \"^[0-9]+$\"}", "\"x\"").get(0).message())
        .isEqualTo(text("不符合要求", "does not fit"));
  }

  @Test
  void aPatternInABranchFindsItsFormToo() throws IOException {
    String either =
        """
        {"if": {"required": ["a"]}, "then": {"properties": {"a": {"pattern": "^b$", "x-form": {"zh": "应为 b", "en": "must be b"}}}}}""";
    assertThat(faults(either, "{\"a\": \"c\"}").get(0).message().en()).isEqualTo("must be b");
  }

  @Test
  void typesAndLimitsAreWords() throws IOException {
    assertThat(said("{\"type\": [\"string\", \"null\"]}", "1"))
        .isEqualTo("must be a text or empty");
    assertThat(said("{\"enum\": [\"in\", \"out\"]}", "\"up\"")).endsWith("in, out");
    assertThat(said("{\"minLength\": 1}", "\"\"")).isEqualTo("must not be empty");
    assertThat(said("{\"maximum\": 100000}", "100001")).isEqualTo("must not be more than 100000");
    assertThat(said("{\"maxItems\": 1}", "[1, 2]")).isEqualTo("has more than 1 entries");
    assertThat(said("{\"minProperties\": 1}", "{}")).isEqualTo("needs at least 1 members");
  }

  @Test
  void noMoreThanTwentyFaultsAreTold() throws IOException {
    String many = "[" + "1,".repeat(50) + "1]";
    assertThat(faults("{\"items\": {\"type\": \"string\"}}", many)).hasSize(20);
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyPatternOfAShippedSchemaHasAFormInBothLanguages(Path file) throws IOException {
    List<JsonNode> all = new ArrayList<>();
    collect(all, JSON.readTree(file.toFile()));
    all.stream()
        .filter(node -> node.path("pattern").isTextual())
        .forEach(
            node -> {
              assertThat(node.at("/x-form/zh").asText()).as("%s", node).isNotBlank();
              assertThat(node.at("/x-form/en").asText()).as("%s", node).isNotBlank();
            });
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyKeywordOfAShippedSchemaHasItsSentence(Path file) throws IOException {
    JsonNode schema = JSON.readTree(file.toFile());
    List<JsonNode> all = new ArrayList<>();
    collect(all, schema);
    Set<String> asserting =
        Set.of("not", "contains", "dependentRequired", "multipleOf", "prefixItems", "$ref");
    for (JsonNode node : all) {
      node.fieldNames()
          .forEachRemaining(name -> assertThat(asserting).as("%s", file).doesNotContain(name));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "1", "\"\"", "null", "{\"number\": \"/\", \"from\": \"x\"}"})
  void noRefusalOfAnyShippedSchemaShowsARegularExpression(String sent) throws IOException {
    for (Path file : shipped().toList()) {
      FormCheck check = FormCheck.of(Files.readString(file));
      for (JsonNode one : List.of(JSON.readTree(sent), nonsense(JSON.readTree(file.toFile())))) {
        for (Fault fault : check.faults(one)) {
          assertThat(fault.message().zh() + fault.message().en())
              .as("%s", file)
              .doesNotContain("^", "\\", "[0-9]", "不符合要求", "schema");
          assertThat(fault.message().zh()).as("%s", file).matches("(?s).*\\p{IsHan}.*");
        }
      }
    }
  }

  @Test
  void everyKeywordWithASentenceHasItInBothLanguages() {
    for (String keyword : Wording.KEYWORDS) {
      assertThat(SILENT).doesNotContain(keyword);
      assertThat(Wording.of(keyword, JSON.createObjectNode().put(keyword, 3), "x").zh())
          .isNotBlank();
    }
  }

  /** Each member with a text that fits no pattern. */
  private static JsonNode nonsense(JsonNode schema) {
    var node = JSON.createObjectNode();
    schema.path("properties").fieldNames().forEachRemaining(name -> node.put(name, " /\n"));
    return node;
  }

  private static void collect(List<JsonNode> all, JsonNode node) {
    all.add(node);
    node.forEach(child -> collect(all, child));
  }

  private static Stream<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      return files.sorted().toList().stream();
    }
  }

  private static String said(String schema, String json) throws IOException {
    return faults(schema, json).get(0).message().en();
  }

  private static List<Fault> faults(String schema, String json) throws IOException {
    return FormCheck.of(schema).faults(JSON.readTree(json));
  }

  private static org.qingmen.model.Text text(String chinese, String english) {
    return new org.qingmen.model.Text(chinese, english);
  }
}
