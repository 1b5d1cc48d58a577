package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody overwrites what somebody else has changed since, if only they say what they have read. */
@ExtendWith(SharedServer.class)
class PreconditionsIT {

  private static final String PLANT = "91130200700000077K001P";
  private static final String CONTRACTS = "/enterprises/" + PLANT + "/contracts/";
  private static final String BODY = "{\"kind\": \"transport\", \"party\": \"示例车队\"}";

  private static final String VIOLATOR =
      "{\"plate\": {\"number\": \"冀B77770\", \"colour\": \"yellow\"}, \"reason\": \"冒黑烟\"}";
  private static final String EPISODE =
      """
      {"level": "yellow", "divisions": ["659001"], "from": "2027-01-01T00:00:00+08:00",
       "to": "2027-01-02T00:00:00+08:00"}""";
  private static final String NOTIFICATION =
      """
      {"title": "试验", "channel": "sms", "division": "130203", "enabled": false,
       "addresses": ["13800000000"]}""";

  private Api admin;

  @BeforeEach
  void aPlant(ServerProcess shared) {
    admin = Api.admin(shared);
    Samples.cementPlant(admin, PLANT, "130203");
  }

  @Test
  void ofSixWhoReadTheSameVersionOneWrites() throws Exception {
    String tag = tag(admin.conditional("PUT", CONTRACTS + "C-6", BODY, "If-None-Match", "*"));
    List<Callable<Integer>> six = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String body = BODY.replace("示例", "第" + i);
      six.add(
          () -> admin.conditional("PUT", CONTRACTS + "C-6", body, "If-Match", tag).statusCode());
    }
    ExecutorService people = Executors.newFixedThreadPool(6);
    List<Integer> answers = new ArrayList<>();
    try {
      for (Future<Integer> answer : people.invokeAll(six)) {
        answers.add(answer.get());
      }
    } finally {
      people.shutdownNow();
    }
    assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
  }

  @Test
  void aStaleVersionIsRefusedWithWhatToDoAndNothingIsChanged() {
    admin.put(CONTRACTS + "C-1", BODY);
    String old = tag(admin.conditional("GET", CONTRACTS + "C-1", null, "Accept", "*/*"));
    String present = tag(admin.conditional("PUT", CONTRACTS + "C-1", BODY, "If-Match", old));
    assertThat(present).isNotEqualTo(old);

    HttpResponse<String> put = admin.conditional("PUT", CONTRACTS + "C-1", BODY, "If-Match", old);
    assertThat(put.statusCode()).isEqualTo(412);
    assertThat(put.body()).contains("\"changed-since\"", "\"fix\"");
    assertThat(admin.conditional("DELETE", CONTRACTS + "C-1", null, "If-Match", old).statusCode())
        .isEqualTo(412);
    assertThat(tag(admin.conditional("GET", CONTRACTS + "C-1", null, "Accept", "*/*")))
        .isEqualTo(present);
    assertThat(
            admin.conditional("DELETE", CONTRACTS + "C-1", null, "If-Match", present).statusCode())
        .isEqualTo(204);
    assertThat(admin.conditional("PUT", CONTRACTS + "C-1", BODY, "If-Match", "*").body())
        .contains("\"gone-since\"");
  }

  @Test
  void aConditionThatCannotBeReadIsRefused() {
    HttpResponse<String> garbage =
        admin.conditional("PUT", CONTRACTS + "C-2", BODY, "If-Match", "version 3");
    assertThat(garbage.statusCode()).isEqualTo(400);
    assertThat(garbage.body()).contains("\"bad-precondition\"");
    assertThat(admin.get(CONTRACTS + "C-2").status()).isEqualTo(404);
  }

  @Test
  void whoeverMakesSomethingNewOverwritesNothing() {
    assertThat(admin.conditional("PUT", CONTRACTS + "C-3", BODY, "If-None-Match", "*").statusCode())
        .isEqualTo(200);
    HttpResponse<String> again =
        admin.conditional("PUT", CONTRACTS + "C-3", BODY, "If-None-Match", "*");
    assertThat(again.statusCode()).isEqualTo(412);
    assertThat(again.body()).contains("\"there-already\"");
    Api.Answer without = admin.put(CONTRACTS + "C-3", BODY);
    assertThat(without.status()).as("without a condition the last one wins").isEqualTo(200);
    assertThat(without.body().path("version").asLong()).isEqualTo(2);
  }

  @Test
  void everyKindOfEntryHasItsVersion() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("/vehicles/LSGAA52E7FA000077", "{\"stage\": \"5\"}");
    kinds.put("/violators/v-77", VIOLATOR);
    kinds.put("/cameras/" + PLANT + "/C7", "{\"position\": \"tail\"}");
    kinds.put("/episodes/e-77", EPISODE);
    kinds.put("/notification-rules/n-77", NOTIFICATION);
    kinds.forEach(
        (path, body) -> {
          HttpResponse<String> put = admin.conditional("PUT", path, body, "If-None-Match", "*");
          assertThat(put.statusCode()).as("%s: %s", path, put.body()).isEqualTo(200);
          String got = tag(admin.conditional("GET", path, null, "Accept", "*/*"));
          assertThat(got).as(path).isEqualTo(tag(put));
          assertThat(admin.conditional("PUT", path, body, "If-Match", "\"99\"").statusCode())
              .as(path)
              .isEqualTo(412);
          assertThat(admin.conditional("PUT", path, body, "If-Match", got).statusCode())
              .as(path)
              .isEqualTo(200);
        });
    HttpResponse<String> gone =
        admin.conditional("DELETE", "/violators/v-77", null, "If-Match", "\"2\"");
    assertThat(gone.statusCode()).isEqualTo(204);
    HttpResponse<String> anew =
        admin.conditional(
            "PUT", "/violators/v-77", kinds.get("/violators/v-77"), "If-None-Match", "*");
    assertThat(anew.statusCode()).as(anew.body()).isEqualTo(200);
    admin.conditional("DELETE", "/violators/v-77", null, "If-Match", "*");
    admin.conditional("DELETE", "/notification-rules/n-77", null, "If-Match", "*");
  }

  private static String tag(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.headers().firstValue("ETag").orElseThrow();
  }
}
