package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * No acknowledged record is lost and none counts twice, whatever moment the server is killed at:
 * against a ledger that the sender keeps outside. {@code -Dqingmen.soak=true} kills twenty times.
 */
class KillIT {

  private static final int CYCLES = Boolean.getBoolean("qingmen.soak") ? 20 : 3;
  private static final int CLIENTS = 8;
  private static final int ENTERPRISES = 4;
  private static final int RESENT_PER_CENT = 10;

  private final Random random = new Random();

  @Test
  void nothingAcknowledgedIsLostOrDoubledWhenTheServerIsKilledUnderLoad() throws Exception {
    try (ServerProcess server = ServerProcess.create().start();
        OutsideLedger ledger = new OutsideLedger(Archive.newFolder("ledger").resolve("receipts"))) {
      Office office = Office.of(server);
      List<Gate> gates = gates(office);
      try (Senders senders = new Senders(gates, ledger)) {
        for (int cycle = 0; cycle < CYCLES; cycle++) {
          killUnderLoad(server, senders, ledger);
          server.start();
          senders.sendUnansweredAgain();
          sendSomeAgain(ledger);
        }
      }
      assertThat(ledger.surprises()).isEmpty();
      office.signIn();
      storedExactlyOnce(office, ledger);
      countedExactlyOnce(office, ledger);
    }
  }

  private static List<Gate> gates(Office office) {
    List<Gate> gates = new ArrayList<>();
    for (int i = 0; i < ENTERPRISES; i++) {
      gates.add(office.newGate("9113020000000000" + i + "K001P"));
    }
    List<Gate> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(gates.get(i % ENTERPRISES));
    }
    return clients;
  }

  /** Kills in the middle of the traffic, after a number of acknowledgements nobody chose. */
  private void killUnderLoad(ServerProcess server, Senders senders, OutsideLedger ledger)
      throws InterruptedException {
    int last = ledger.entries().size() + 200 + random.nextInt(1500);
    CountDownLatch reached = new CountDownLatch(1);
    ledger.whenAcknowledged(
        count -> {
          if (count >= last) {
            reached.countDown();
          }
        });
    senders.start();
    reached.await();
    server.kill();
    senders.join();
  }

  private void sendSomeAgain(OutsideLedger ledger) {
    for (OutsideLedger.Entry entry : ledger.entries()) {
      if (random.nextInt(100) < RESENT_PER_CENT) {
        ledger.note(entry.gate(), entry.body(), entry.gate().send(entry.body()));
      }
    }
  }

  static void storedExactlyOnce(Office office, OutsideLedger ledger) throws IOException {
    List<String> stored =
        office.all("/passages?from=2026-10-01&to=2026-10-01", ledger.position()).stream()
            .map(passage -> passage.path("receipt").asText())
            .toList();
    List<String> promised = ledger.entries().stream().map(OutsideLedger.Entry::receipt).toList();
    assertThat(stored).containsExactlyInAnyOrderElementsOf(promised);
  }

  static void countedExactlyOnce(Office office, OutsideLedger ledger) {
    JsonNode items =
        office
            .getAfter("/statistics?group=day&from=2026-10-01&to=2026-10-01", ledger.position())
            .path("items");
    int promised = ledger.entries().size();
    assertThat(items).hasSize(1);
    assertThat(items.get(0).path("passages").asLong()).isEqualTo(promised);
    assertThat(items.get(0).path("trips").asLong()).isEqualTo(promised);
    assertThat(items.get(0).path("tonnes").asDouble()).isEqualTo(promised * 10.5);
  }
}
