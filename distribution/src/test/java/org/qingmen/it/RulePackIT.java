package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The life of a rule pack on a running server, and what a restart makes of it. */
class RulePackIT {

  private static final String PLANT = "91440100700000041K001P";
  private static final String PACK = "test.gate.gd";
  private static final Duration SECONDS = Duration.ofSeconds(30);

  @Test
  void aGoodPackServesABadOneNeverReplacesItAndARestartKeepsBothFacts() throws Exception {
    try (ServerProcess server =
        ServerProcess.create().with("QINGMEN_PACKS_UNSIGNED", "dev").start()) {
      Api admin = Api.admin(server);
      Samples.cementPlant(admin, PLANT, "440106");

      uploadAndActivate(admin, PackZip.stopping(PACK, "1.0.0", "440000", "粤A00001"));
      assertThat(verdict(admin, "粤A00001")).isEqualTo("deny");
      assertThat(verdict(admin, "粤A00002")).isEqualTo("allow");

      aBadOneIsRefusedWithItsLine(admin);
      assertThat(verdict(admin, "粤A00001")).isEqualTo("deny");

      aNewVersionIsSwappedInUnderLoad(admin);
      assertThat(verdict(admin, "粤A00002")).isEqualTo("deny");
      assertThat(verdict(admin, "粤A00001")).isEqualTo("allow");

      server.kill();
      server.start();
      Api after = Api.admin(server);
      assertThat(verdict(after, "粤A00002")).isEqualTo("deny");
      assertThat(after.get("/rule-packs").body().toString()).contains("\"line\":");

      aStoppedRuleDecidesNothingAndIsNamed(after);
      after.post("/rule-packs/" + PACK + "/1.1.0/rollback", "{\"reason\": \"too strict\"}");
      assertThat(verdict(after, "粤A00001")).isEqualTo("deny");
      badPackagesAreRefusedByNameWhileTheGoodOneServes(after);
      whatHappenedIsKept(after);

      theDropFolderBringsAndTakes(server, after);
    }
  }

  @Test
  void withoutDevelopmentModeAnUnsignedPackIsRefusedByName() {
    try (ServerProcess server = ServerProcess.create().start()) {
      Api admin = Api.admin(server);
      Api.Answer refused = upload(admin, PackZip.stopping(PACK, "1.0.0", "440000", "粤A00001"));
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.body().at("/errors/0/code").asText()).isEqualTo("unsigned");
    }
  }

  private static void aStoppedRuleDecidesNothingAndIsNamed(Api admin) {
    String rule = "/rule-packs/" + PACK + "/1.1.0/rules/test.stopped";
    Api.Answer stopped = admin.post(rule + "/stop", "{\"reason\": \"complaint 17\"}");
    assertThat(stopped.body().at("/stopped/0/reason").asText()).isEqualTo("complaint 17");
    Api.Answer check = check(admin, "粤A00002");
    assertThat(check.body().path("verdict").asText()).isEqualTo("allow");
    admin.post(rule + "/resume", "{}");
    assertThat(verdict(admin, "粤A00002")).isEqualTo("deny");
  }

  private static void badPackagesAreRefusedByNameWhileTheGoodOneServes(Api admin) {
    refusedFor(admin, "zip-slip", broken("2.0.0").with("rules/../../x.drl", "x"));
    refusedFor(admin, "absolute-path", broken("2.0.0").with("/etc/x.drl", "x"));
    refusedFor(admin, "nested-archive", broken("2.0.0").with("docs/evil.zip", "x"));
    refusedFor(admin, "case-collision", broken("2.0.0").with("cases/STOP.yaml", "[]"));
    refusedFor(admin, "name-too-long", broken("2.0.0").with("cases/" + "x".repeat(300), "x"));
    refusedFor(admin, "downgrade", broken("1.0.7"));
    assertThat(verdict(admin, "粤A00001")).isEqualTo("deny");
  }

  private static void refusedFor(Api admin, String code, PackZip pack) {
    Api.Answer answer = upload(admin, pack);
    assertThat(answer.status()).as("%s", answer).isEqualTo(422);
    assertThat(answer.body().path("errors").findValuesAsText("code")).contains(code);
  }

  private static void whatHappenedIsKept(Api admin) {
    JsonNode history = admin.get("/rule-packs/" + PACK + "/1.1.0/history").body().path("items");
    assertThat(history.findValuesAsText("act"))
        .containsExactly("installed", "activated", "rule-stopped", "rule-resumed", "rolled-back");
    assertThat(history.path(4).path("reason").asText()).isEqualTo("too strict");
  }

  private static void aBadOneIsRefusedWithItsLine(Api admin) {
    PackZip broken =
        PackZip.stopping(PACK, "1.0.1", "440000", "粤A00001")
            .withRule("$plate : plate,", "$plate : ,");
    Api.Answer answer = upload(admin, broken);
    assertThat(answer.status()).as("%s", answer).isEqualTo(422);
    JsonNode error = answer.body().at("/errors/0");
    assertThat(error.path("file").asText()).endsWith("stop.drl");
    assertThat(error.path("line").asInt()).isPositive();

    refused(admin, broken("1.0.2").withRule("  @clause(\"第一条\")\n", ""));
    refused(admin, broken("1.0.3").withCase("verdict: allow", "verdict: deny"));
    refused(admin, broken("1.0.4").with("../escape.txt", "x"));
    refused(admin, broken("1.0.5").withRule("outcome.deny", "System.exit(1); outcome.deny"));
    refused(admin, broken("1.0.6").with("rules/Evil.class", "x"));
  }

  private static PackZip broken(String version) {
    return PackZip.stopping(PACK, version, "440000", "粤A00001");
  }

  private static void refused(Api admin, PackZip pack) {
    Api.Answer answer = upload(admin, pack);
    assertThat(answer.status()).as("%s", answer).isEqualTo(422);
    assertThat(answer.body().at("/errors/0/message").asText()).isNotEmpty();
  }

  private static void aNewVersionIsSwappedInUnderLoad(Api admin) throws Exception {
    AtomicInteger failed = new AtomicInteger();
    AtomicInteger asked = new AtomicInteger();
    Thread load =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                asked.incrementAndGet();
                if (check(admin, "粤A00003").status() != 200) {
                  failed.incrementAndGet();
                }
              }
            });
    load.start();
    uploadAndActivate(admin, PackZip.stopping(PACK, "1.1.0", "440000", "粤A00002"));
    load.interrupt();
    load.join();
    assertThat(asked.get()).isPositive();
    assertThat(failed.get()).isZero();
  }

  private static void theDropFolderBringsAndTakes(ServerProcess server, Api admin)
      throws Exception {
    var folder = server.data().resolve("deploy");
    PackZip.stopping("test.gate.drop", "1.0.0", "440000", "粤A00009").dropInto(folder, "drop.zip");
    Waiting.until(
        "the dropped pack serves", SECONDS, () -> "deny".equals(verdict(admin, "粤A00009")));
    Files.delete(folder.resolve("drop.zip"));
    Waiting.until(
        "the pack is gone with its file", SECONDS, () -> "allow".equals(verdict(admin, "粤A00009")));
  }

  private static void uploadAndActivate(Api admin, PackZip pack) {
    Api.Answer uploaded = upload(admin, pack);
    assertThat(uploaded.status()).as("%s", uploaded).isEqualTo(201);
    String version = uploaded.body().path("version").asText();
    Api.Answer active = admin.post("/rule-packs/" + PACK + "/" + version + "/activate", "");
    assertThat(active.status()).as("%s", active).isEqualTo(200);
    assertThat(active.body().path("state").asText()).isEqualTo("active");
  }

  private static Api.Answer upload(Api admin, PackZip pack) {
    return admin.post("/rule-packs", pack.zip(), "application/zip");
  }

  private static String verdict(Api admin, String plate) {
    return check(admin, plate).body().path("verdict").asText();
  }

  private static Api.Answer check(Api admin, String plate) {
    return admin.post(
        "/gate-checks",
        """
        {"enterprise": "%s", "barrier": "A01", "direction": "in",
         "plate": {"number": "%s", "colour": "yellow"}}"""
            .formatted(PLANT, plate));
  }
}
