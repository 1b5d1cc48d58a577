package org.qingmen.it;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that send passages as fast as they are answered until they are stopped or the server goes
 * away, and remember what was not answered.
 */
public final class Senders implements AutoCloseable {

  private final List<Gate> gates;
  private final OutsideLedger ledger;
  private final ExecutorService pool;
  private final List<Future<?>> running = new ArrayList<>();
  private final ConcurrentLinkedQueue<Unanswered> unanswered = new ConcurrentLinkedQueue<>();
  private final AtomicInteger serials = new AtomicInteger();
  private volatile boolean sending;

  /** A record whose fate its sender does not know. */
  public record Unanswered(Gate gate, String body) {}

  /**
   * @param gates one per client
   * @param ledger where answers are noted
   */
  public Senders(List<Gate> gates, OutsideLedger ledger) {
    this.gates = List.copyOf(gates);
    this.ledger = ledger;
    this.pool = Executors.newFixedThreadPool(gates.size());
  }

  /** Begins to send. */
  public void start() {
    sending = true;
    gates.forEach(gate -> running.add(pool.submit(() -> send(gate))));
  }

  /** Lets the records under way be answered, then stops. */
  public void stop() {
    sending = false;
    join();
  }

  /** Waits until every client has noticed that the server is gone. */
  public void join() {
    for (Future<?> client : running) {
      try {
        client.get();
      } catch (ExecutionException e) {
        throw new AssertionError("a client broke", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    running.clear();
  }

  /** Sends again what was not answered; all of it is answered now. */
  public void sendUnansweredAgain() {
    for (Unanswered record = unanswered.poll(); record != null; record = unanswered.poll()) {
      sendUntilSettled(record);
    }
  }

  @Override
  public void close() {
    sending = false;
    pool.shutdownNow();
  }

  private void sendUntilSettled(Unanswered record) {
    Waiting.until(
        "the record is settled: " + record.body(),
        java.time.Duration.ofSeconds(30),
        () -> ledger.note(record.gate(), record.body(), record.gate().send(record.body())));
  }

  private void send(Gate gate) {
    while (sending) {
      String body = gate.passage("S-" + serials.incrementAndGet());
      try {
        if (!ledger.note(gate, body, gate.send(body))) {
          unanswered.add(new Unanswered(gate, body));
        }
      } catch (UncheckedIOException e) {
        unanswered.add(new Unanswered(gate, body));
        return; // the server is gone
      }
    }
  }
}
