package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Emission stages by the chain of evidence, from the import of a catalogue to the gate. */
@ExtendWith(SharedServer.class)
class StageIT {

  private static final String PLANT = "91130200700000063K001P";
  private static final String VIN = "LZZ1CLVB7JA000061";
  private static final int MANY = 10_000;

  @Test
  void oneVehicleIsDeterminedAndItsConflictIsSuspicious(ServerProcess server) {
    Api admin = Api.admin(server);
    String asked = "/vehicles/stage?colour=yellow&fuel=diesel&registered=2022-05-01";

    JsonNode good = admin.get(asked + "&stage=6").body();
    assertThat(good.path("stage").asText()).as("%s", good).isEqualTo("6");
    assertThat(good.at("/basis/0/kind").asText()).isEqualTo("registration");
    assertThat(good.at("/basis/0/asOf").asText()).hasSize(10);
    assertThat(good.path("suspicious").asBoolean()).isFalse();

    JsonNode conflict = admin.get(asked + "&stage=5&explain=true").body();
    assertThat(conflict.path("stage").asText()).isEqualTo("6");
    assertThat(conflict.path("suspicious").asBoolean()).isTrue();
    assertThat(conflict.at("/findings/0/code").asText()).isEqualTo("stage.statement-below-bound");
    assertThat(conflict.at("/document/packs/0/id").asText()).isEqualTo("cn.stage");

    JsonNode machine =
        admin.get("/machines/stage?code=2-AB12345&produced=2023-05-01&fuel=diesel&stage=4").body();
    assertThat(machine.path("stage").asText()).isEqualTo("4");
    assertThat(machine.path("findings").toString()).contains("stage.code-conflict");
    assertThat(admin.get("/vehicles/stage?registered=2022-02-30").status()).isEqualTo(422);
    JsonNode list =
        admin
            .post(
                "/vehicles/stage",
                """
                {"items": [{"colour": "yellow", "fuel": "diesel", "registered": "2018/5/1"},
                 {"registered": "2018/13/1"},
                 {"colour": "yellow", "fuel": "diesel", "registered": "2099-01-01"}]}""")
            .body();
    assertThat(list.at("/items/0/stage").asText()).as("%s", list).isEqualTo("5");
    assertThat(list.at("/items/1/row").asInt()).isEqualTo(2);
    assertThat(list.at("/items/1/errors/0/pointer").asText()).isEqualTo("/registered");
    assertThat(list.at("/items/2/findings/0/code").asText()).isEqualTo("stage.registered-ahead");
    assertThat(admin.get("/vehicles/stage").status()).isEqualTo(422);
    assertThat(admin.get("/stage-standards").body().path("standards")).hasSize(20);
  }

  @Test
  void anImportedAnswerIsKeptAndTheGateDecidesByIt(ServerProcess server) {
    Api admin = Api.admin(server);
    Samples.cementPlant(admin, PLANT, "130203");
    JsonNode preview = csv(admin, "/stage-catalogue?preview=true", catalogue()).body();
    assertThat(preview.path("added").asInt()).as("%s", preview).isEqualTo(1);
    assertThat(preview.at("/rejected/0/code").asText()).isEqualTo("catalogue-stage");
    assertThat(admin.get("/vehicles/stage?vin=" + VIN).body().path("stage").asText())
        .isEqualTo("X");
    csv(admin, "/stage-catalogue", catalogue());

    JsonNode kept =
        admin
            .post(
                "/vehicles/stage/keep",
                "{\"vin\": \"%s\", \"plate\": \"冀B61616\", \"colour\": \"yellow\"}".formatted(VIN))
            .body();
    assertThat(kept.at("/basis/0/kind").asText()).as("%s", kept).isEqualTo("query");
    assertThat(admin.get("/vehicles/" + VIN).body().path("stage").asText()).isEqualTo("4");
    assertThat(admin.get("/vehicles/" + VIN + "/stage").body().path("document").asText())
        .contains("factsHash");

    String passage = Samples.passage(PLANT, "STAGE-1", "冀B61616", "6");
    JsonNode result = admin.post("/passages", passage).body().at("/results/0");
    JsonNode decision = admin.get("/decisions/" + result.at("/decision/id").asText()).body();
    assertThat(
            decision.at("/document/facts/known/stage").asText("")
                + decision.at("/facts/known/stage").asText(""))
        .as("%s", decision)
        .contains("4");
  }

  private static String catalogue() {
    return "目录类别,编号,排放阶段,日期,来源\n查询,%s,国四,2026-09-01,试验\n型号,ZZ1,国七,2026-09-01,试验\n".formatted(VIN);
  }

  private static Api.Answer csv(Api api, String path, String text) {
    return api.post(path, text.getBytes(StandardCharsets.UTF_8), "text/csv");
  }

  @Test
  void aListOfTenThousandIsAnsweredInOneGo(ServerProcess server) {
    Api admin = Api.admin(server);
    StringBuilder csv = new StringBuilder("VIN,号牌颜色,登记日期,燃料,排放阶段\n");
    for (int i = 0; i < MANY; i++) {
      csv.append("LZZ1CLVB7NA%06d,黄,2022-05-01,柴油,%s\n".formatted(i, i % 10 == 0 ? "5" : "6"));
    }
    long begin = System.nanoTime();
    JsonNode answer = csv(admin, "/vehicles/stage", csv.toString()).body();
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    System.out.println("a list of " + MANY + " stages took " + took.toMillis() + " ms");

    assertThat(answer.path("items")).hasSize(MANY);
    assertThat(answer.path("suspicious").asInt()).isEqualTo(MANY / 10);
    assertThat(answer.path("wrong").asInt()).isZero();
    assertThat(csv(admin, "/vehicles/stage?format=xlsx", csv.substring(0, 500)).status())
        .isEqualTo(200);
    assertThat(csv(admin, "/vehicles/stage", csv + "LZZ,黄,2022-05-01,柴油,6\n").status())
        .as("one too many")
        .isEqualTo(422);
  }
}
