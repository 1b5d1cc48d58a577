package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The same product on MariaDB, by three settings and nothing else. */
class MariaDbIT {

  private static final int MORE = 200;

  @Test
  void aDatabaseKilledUnderLoadDelaysQueriesAndNothingElse() throws Exception {
    try (MariaDbProcess database = MariaDbProcess.start();
        ServerProcess server = database.configure(ServerProcess.create()).start();
        OutsideLedger ledger = new OutsideLedger(Archive.newFolder("ledger").resolve("receipts"))) {
      expectOutage(server);
      Office office = Office.of(server);
      Gate gate = office.newGate("91130200000000009K001P");
      try (Senders senders = new Senders(List.of(gate, gate, gate, gate), ledger)) {
        senders.start();
        awaitAcknowledged(ledger, MORE);
        assertThat(office.getAfter("/passages?limit=1", ledger.position()).path("items"))
            .hasSize(1);

        database.kill();

        awaitAcknowledged(ledger, MORE);
        Waiting.until(
            "readiness tells that the database is away",
            Duration.ofSeconds(30),
            () -> health(server).path("status").asText().equals("degraded"));
        assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
        awaitAcknowledged(ledger, MORE);

        database.resume();

        awaitAcknowledged(ledger, MORE);
        senders.stop();
        senders.sendUnansweredAgain();
      }
      assertThat(ledger.surprises()).isEmpty();
      KillIT.storedExactlyOnce(office, ledger);
      KillIT.countedExactlyOnce(office, ledger);
      Waiting.until(
          "readiness tells that the database is back",
          Duration.ofSeconds(30),
          () -> health(server).path("status").asText().equals("up"));
    }
  }

  @Test
  void anUnsafeSettingOfTheDatabaseIsShown() throws Exception {
    try (MariaDbProcess database = MariaDbProcess.start("--innodb-flush-log-at-trx-commit=2");
        ServerProcess server = database.configure(ServerProcess.create())) {
      server.log().expect("innodb_flush_log_at_trx_commit=2", "this test makes it unsafe");
      server.start();

      assertThat(health(server).path("checks").path("database").path("detail").asText())
          .contains("innodb_flush_log_at_trx_commit");
    }
  }

  private static void expectOutage(ServerProcess server) {
    server.log().expect("is away|cannot be used yet", "the test kills the database");
    server.log().expect("Cannot determine case sensitivity", "Liquibase asks a database that goes");
    server.log().expect("HikariPool|com.zaxxer.hikari", "connections of the killed database break");
    server.log().expect("org.mariadb.jdbc", "connections of the killed database break");
  }

  private static JsonNode health(ServerProcess server) {
    HttpResponse<String> answer = server.get("/health/ready");
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + answer.body(), e);
    }
  }

  /** Waits for as many more acknowledgements: the gates keep being answered. */
  private static void awaitAcknowledged(OutsideLedger ledger, int more)
      throws InterruptedException {
    int wanted = ledger.entries().size() + more;
    CountDownLatch reached = new CountDownLatch(1);
    ledger.whenAcknowledged(
        count -> {
          if (count >= wanted) {
            reached.countDown();
          }
        });
    assertThat(reached.await(60, java.util.concurrent.TimeUnit.SECONDS))
        .as("acknowledgements go on; so far %s of %s", ledger.entries().size(), wanted)
        .isTrue();
  }
}
