package org.qingmen.supervision.suspicion.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingmen.engine.Decision;
import org.qingmen.engine.Rehearsal;
import org.qingmen.model.Verdict;
import org.qingmen.store.Draft;
import org.qingmen.store.StoredJson;
import org.qingmen.store.SuspicionQuery;
import org.qingmen.supervision.suspicion.VerificationRuns.Request;

class RunsTest {

  private static final Instant FROM = Instant.parse("2026-10-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-10-02T00:00:00Z");

  private Room room;

  @BeforeEach
  void open() {
    room = new Room();
  }

  @AfterEach
  void close() throws Exception {
    room.close();
  }

  private RunBook book(Rehearsal rehearsal) {
    return new RunBook(room.registry, room.journal, rehearsal, room.chains, room.store, room);
  }

  /** The rules of today find something else than those of then. */
  private static Optional<Decision> today(byte[] document) {
    String again =
        new String(document, StandardCharsets.UTF_8).replace("\"overweight\"", "\"vin-form\"");
    return Optional.of(
        new Decision(
            Verdict.ALLOW, List.of(), List.of(), again.getBytes(StandardCharsets.UTF_8), "x"));
  }

  private static JsonNode ended(RunBook book, String id) throws Exception {
    for (int i = 0; i < 600; i++) {
      JsonNode run = StoredJson.read(book.find(id).orElseThrow().json());
      if (run.has("ended")) {
        return run;
      }
      new CountDownLatch(1).await(50, java.util.concurrent.TimeUnit.MILLISECONDS);
    }
    throw new AssertionError("the run does not end");
  }

  @Test
  void aRunTellsWhatWouldBeNewAndGoneByCodeAndEnterpriseAndKeepsWhatIsWanted() throws Exception {
    room.append("1", "冀B00001", "overweight", "suspicious");
    room.append("2", "冀B00002", null, null);
    room.projection.awaitPosition(room.journal.end(), Duration.ofSeconds(30));
    RunBook book = book((document, candidate) -> today(document));
    String id =
        StoredJson.read(book.start(new Request(FROM, TO, null, "13", null, true), "user:zhang"))
            .path("id")
            .asText();
    JsonNode run = ended(book, id);
    assertThat(run.path("state").asText()).isEqualTo("done");
    assertThat(run.at("/progress/share").asDouble()).isEqualTo(1.0);
    JsonNode result = run.path("result");
    assertThat(result.path("records").asInt()).isEqualTo(2);
    assertThat(result.path("changed").asInt()).isEqualTo(1);
    assertThat(result.at("/groups/0/code").asText()).isEqualTo("overweight");
    assertThat(result.at("/groups/0/gone").asInt()).isEqualTo(1);
    assertThat(result.at("/groups/1/code").asText()).isEqualTo("vin-form");
    assertThat(result.at("/groups/1/new").asInt()).isEqualTo(1);
    assertThat(room.service.list(new SuspicionQuery(null, null, null, null, null, 10)).items())
        .extracting(item -> item.code())
        .containsExactly("vin-form");
    book.close();
  }

  @Test
  void anotherPeriodDivisionOrEnterpriseIsNotVerified() throws Exception {
    room.append("1", "冀B00001", "overweight", "suspicious");
    room.projection.awaitPosition(room.journal.end(), Duration.ofSeconds(30));
    RunBook book = book((document, candidate) -> today(document));
    for (Request request :
        List.of(
            new Request(TO, TO.plusSeconds(60), null, "", null, false),
            new Request(FROM, TO, null, "14", null, false),
            new Request(FROM, TO, "OTHER", "", null, false))) {
      String id = StoredJson.read(book.start(request, "user:zhang")).path("id").asText();
      assertThat(ended(book, id).at("/result/records").asInt()).isZero();
    }
    book.close();
  }

  @Test
  void aRunThatARestartEndedSaysSo() throws Exception {
    room.registry.put(
        new Draft("verification-run", "V1", null, null, "{\"id\":\"V1\",\"state\":\"running\"}"),
        "user:zhang");
    RunBook book = book((document, candidate) -> Optional.empty());
    assertThat(ended(book, "V1").path("state").asText()).isEqualTo("interrupted");
    book.close();
  }
}
