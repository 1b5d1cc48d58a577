package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A pack whose rules stand in a workbook, on a running server. */
@DisplayName("A pack with a decision table on a server")
@ExtendWith(SharedServer.class)
class DecisionTableIT {

  private static final Path EXAMPLE = Path.of("..", "rules", "example.970000.stage-table");
  private static final String PACK = "/rule-packs/example.970000.stage-table/1.0.0";
  private static final String PLANT = "91460100700000071K001P";

  private final Api admin;

  DecisionTableIT(ServerProcess server) {
    this.admin = Api.admin(server);
  }

  @BeforeAll
  static void uploaded(ServerProcess server) throws IOException {
    Api admin = Api.admin(server);
    Samples.cementPlant(admin, PLANT, "460105");
    Api.Answer answer = admin.post("/rule-packs", zip(null), "application/zip");
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    Api.Answer active = admin.post(PACK + "/activate", "{}");
    assertThat(active.body().path("state").asText()).isEqualTo("active");
  }

  /** The example for a province of the map, with a row more when one is given. */
  private static byte[] zip(String table) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes);
        Stream<Path> files = Files.walk(EXAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String path = EXAMPLE.relativize(file).toString().replace('\\', '/');
        if (path.startsWith("target/") || table != null && path.endsWith(".xlsx")) {
          continue;
        }
        byte[] content = Files.readAllBytes(file);
        if (path.equals("pack.yaml")) {
          String text = new String(content, StandardCharsets.UTF_8).replace("970000\"", "460000\"");
          String version = table == null ? "version: 1.0.0" : "version: 1.0.1";
          content = text.replace("version: 1.0.0", version).getBytes(StandardCharsets.UTF_8);
        }
        zip.putNextEntry(new ZipEntry(path));
        zip.write(content);
      }
      if (table != null) {
        zip.putNextEntry(new ZipEntry("tables/stage.csv"));
        zip.write(table.getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private JsonNode passage(String serial, String plate, String stage) {
    String record = Samples.passage(PLANT, serial, plate, stage);
    Api.Answer answer = admin.post("/passages", record);
    assertThat(answer.status()).as("%s", answer).isIn(200, 201);
    JsonNode one = answer.body().has("results") ? answer.body().at("/results/0") : answer.body();
    return one.path("decision");
  }

  @Test
  @DisplayName("decides, names the cell, and replays to the byte")
  void decides() {
    JsonNode denied = passage("T-1", "琼A10001", "4");
    assertThat(denied.path("verdict").asText()).as("%s", denied).isEqualTo("deny");
    String decision = "/decisions/" + denied.path("id").asText();

    String explained = admin.get(decision).body().toString();
    assertThat(explained)
        .contains("\"cell\":\"tables/stage.xlsx!规则!A11\"")
        .contains("stage.diesel-5.Passage.stageRank.max")
        .contains("第五条第一项");
    assertThat(admin.post(decision + "/replay", "").body().path("identical").asBoolean()).isTrue();
    assertThat(passage("T-2", "琼A10002", "5").path("verdict").asText()).isEqualTo("allow");
  }

  @Test
  @DisplayName("shows its rules, matrix and coverage by their cells")
  void shows() {
    assertThat(admin.get(PACK).body().at("/rules/0/file").asText())
        .isEqualTo("tables/stage.xlsx!规则!A11");
    assertThat(admin.get(PACK + "/matrix").body().findValuesAsText("code"))
        .contains("stage.gas-6.Passage.stageRank.max");
    JsonNode coverage = admin.get(PACK + "/coverage").body();
    assertThat(coverage.at("/rules/covered").asInt()).isEqualTo(5);
    assertThat(coverage.at("/items/0/conditions/0/file").asText())
        .startsWith("tables/stage.xlsx!规则!");
  }

  @Test
  @DisplayName("can be printed, in both languages")
  void printed() {
    assertThat(new String(admin.file(PACK + "/book?lang=zh"), 0, 5, StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
    assertThat(admin.file(PACK + "/book?lang=en")).hasSizeGreaterThan(10_000);
    assertThat(admin.get("/rule-packs/nobody/1.0.0/book").status()).isEqualTo(404);
  }

  @Test
  @DisplayName("is refused with the cell when its table is bad, and the good one serves on")
  void refused() throws IOException {
    List<String> rows =
        Arrays.asList(
            "table,stage",
            "package,example.stagetable",
            "code,example.minimum-stage",
            "clause,第五条",
            "zh,低",
            "en,low",
            "source,示例",
            "verified,TRUE",
            "id,Passage.stageRank <,then verdict",
            "r1,five,deny");
    Api.Answer answer = admin.post("/rule-packs", zip(String.join("\n", rows)), "application/zip");

    assertThat(answer.status()).as("%s", answer).isEqualTo(422);
    assertThat(answer.body().at("/errors/0/code").asText()).isEqualTo("table-type");
    assertThat(answer.body().at("/errors/0/file").asText()).isEqualTo("tables/stage.csv!B10");
    assertThat(passage("T-3", "琼A10003", "4").path("verdict").asText()).isEqualTo("deny");
  }
}
