package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Values that look right to a schema and are not. */
@ExtendWith(SharedServer.class)
class ValuesIT {

  private static final String PLANT = "91130200700000078K001P";

  private Api admin;

  @BeforeEach
  void aPlant(ServerProcess shared) {
    admin = Api.admin(shared);
    Samples.cementPlant(admin, PLANT, "130203");
  }

  @Test
  void aViolatorWithADoubtfulVinOrPlateIsListedWithAWarning() {
    Api.Answer vin = admin.put("/violators/v-78a", "{\"vin\": \"SHORT\", \"reason\": \"冒黑烟\"}");
    assertThat(vin.status()).as("%s", vin).isEqualTo(200);
    assertThat(vin.body().path("warnings").findValuesAsText("code")).contains("vin-form");
    Api.Answer plate =
        admin.put(
            "/violators/v-78b",
            "{\"plate\": {\"number\": \"XX-1\", \"colour\": \"yellow\"}, \"reason\": \"冒黑烟\"}");
    assertThat(plate.body().at("/warnings/0/pointer").asText())
        .as("%s", plate)
        .isEqualTo("/plate/number");
    admin.call("DELETE", "/violators/v-78a", null);
    admin.call("DELETE", "/violators/v-78b", null);
  }

  @Test
  void whatNoPlateCanSayIsNotListed() {
    Api.Answer markup =
        admin.put(
            "/violators/v-78c",
            "{\"plate\": {\"number\": \"<script>alert(1)</script>\", \"colour\": \"yellow\"},"
                + " \"reason\": \"x\"}");
    assertThat(markup.status()).as("%s", markup).isEqualTo(422);
    assertThat(markup.body().at("/errors/0/pointer").asText()).startsWith("/plate");
  }

  @Test
  void aRecordingOfAnUnknownCameraIsKeptWithAWarning() {
    Api.Answer kept = admin.post("/videos", video("nvr/c1.mp4"));
    assertThat(kept.body().at("/results/0/status").asText()).isIn("accepted", "duplicate");
    assertThat(kept.body().at("/results/0/warnings/0/code").asText())
        .as("%s", kept)
        .isEqualTo("unknown-camera");
    assertThat(admin.post("/videos", video("javascript:alert(1)")).status()).isEqualTo(422);
  }

  @Test
  void aDayThatDoesNotExistIsNoDayOfAContract() {
    Api.Answer refused =
        admin.put(
            "/enterprises/" + PLANT + "/contracts/D-1",
            "{\"kind\": \"transport\", \"party\": \"示例\", \"from\": \"2026-02-30\"}");
    assertThat(refused.status()).as("%s", refused).isEqualTo(422);
  }

  @Test
  void aWebhookIntoTheServersOwnNetworkIsNotCalled() {
    admin.put(
        "/notification-rules/n-78",
        "{\"title\": \"试验\", \"channel\": \"webhook\", \"division\": \"130203\", \"enabled\": false,"
            + " \"addresses\": [\"http://127.0.0.2:8181/api/v1/openapi.json\"]}");
    Api.Answer tried = admin.post("/notification-rules/n-78/test", "{}");
    assertThat(tried.body().at("/results/0/delivered").asBoolean()).as("%s", tried).isFalse();
    assertThat(tried.body().at("/results/0/error").asText()).startsWith("not sent");
    admin.call("DELETE", "/notification-rules/n-78", null);
  }

  @Test
  void theFiguresOfTheWholeServerAreNotForAnEnterprise() {
    String password = "Values-of-the-tests-1";
    admin.post(
        "/users",
        "{\"user\": \"values-plant\", \"password\": \"%s\", \"roles\": [\"enterprise\"],"
                .formatted(password)
            + " \"scope\": \"%s\"}".formatted(PLANT));
    assertThat(admin.as("values-plant", password).get("/metrics").status()).isEqualTo(403);
    assertThat(admin.get("/metrics").status()).isEqualTo(200);
  }

  private static String video(String address) {
    return """
        {"enterprise": "%s", "camera": "none", "address": "%s",
         "from": "2026-10-05T08:00:00+08:00", "to": "2026-10-05T09:00:00+08:00"}"""
        .formatted(PLANT, address);
  }
}
