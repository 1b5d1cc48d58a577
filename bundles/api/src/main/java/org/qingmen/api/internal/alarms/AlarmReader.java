package org.qingmen.api.internal.alarms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.qingmen.security.Scope;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.Document;
import org.qingmen.store.StoreUnavailableException;
import org.qingmen.supervision.alarms.Alarms;

/** One reader of the stream. */
final class AlarmReader {

  private static final int MOST_WAITING = 1000;
  private static final int HEARTBEAT_SECONDS = 10;
  private static final int CATCHING_UP = 1000;

  /** What is written first reaches the reader only beyond this. */
  private static final int BUFFERED = 8192;

  private final Alarms alarms;
  private final Enterprises enterprises;
  private final Scope scope;
  private final Locale locale;
  private final UnaryOperator<JsonNode> mask;
  private final BooleanSupplier stillGood;
  private final ObjectMapper json;
  private final BlockingQueue<Document> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private volatile boolean behind;
  private volatile boolean stopped;

  /**
   * @param scope only alarms within it
   * @param mask hides what this reader may not see
   * @param stillGood whether the reader's token still serves
   */
  AlarmReader(
      Alarms alarms,
      Enterprises enterprises,
      Scope scope,
      Locale locale,
      UnaryOperator<JsonNode> mask,
      BooleanSupplier stillGood,
      ObjectMapper json) {
    this.alarms = alarms;
    this.enterprises = enterprises;
    this.scope = scope;
    this.locale = locale;
    this.mask = mask;
    this.stillGood = stillGood;
    this.json = json;
  }

  /** Hands over a change; never waits. Whoever falls behind reads again from where they were. */
  void offer(Document alarm) {
    if (!alarm.deleted() && AlarmJson.visible(alarm, scope) && !waiting.offer(alarm)) {
      behind = true;
    }
  }

  void stop() {
    stopped = true;
  }

  /**
   * Writes until the end.
   *
   * @param last id of the last event the reader had, null for none
   * @throws IOException when the reader is gone
   */
  void write(String last, OutputStream out) throws IOException {
    comment(out, " ".repeat(BUFFERED));
    catchUp(last, out);
    try {
      int quiet = 0;
      while (!stopped && !behind) {
        Document alarm = waiting.poll(1, TimeUnit.SECONDS);
        quiet = alarm == null ? quiet + 1 : 0;
        if (alarm != null) {
          event(out, alarm);
        } else if (quiet % HEARTBEAT_SECONDS == 0) {
          if (!good()) {
            end(out, "token");
            return;
          }
          comment(out, "");
        }
      }
      end(out, behind ? "behind" : "server");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** While the database is away nobody can tell; the next heartbeat asks again. */
  private boolean good() {
    try {
      return stillGood.getAsBoolean();
    } catch (StoreUnavailableException e) {
      return true;
    }
  }

  private void catchUp(String last, OutputStream out) throws IOException {
    if (last == null || !last.matches("[0-9]{1,15}-[A-Za-z0-9]{1,40}")) {
      return;
    }
    String mark = last;
    List<Document> missed;
    do {
      String[] parts = mark.split("-", 2);
      missed = alarms.changedAfter(Long.parseLong(parts[0]), parts[1], CATCHING_UP);
      for (Document alarm : missed) {
        if (AlarmJson.visible(alarm, scope)) {
          event(out, alarm);
        }
        mark = id(alarm);
      }
    } while (missed.size() == CATCHING_UP);
  }

  private void event(OutputStream out, Document alarm) throws IOException {
    send(
        out,
        "id: %s\nevent: alarm\ndata: %s\n\n"
            .formatted(
                id(alarm),
                json.writeValueAsString(mask.apply(AlarmJson.json(alarm, enterprises, locale)))));
  }

  private static String id(Document alarm) {
    return alarm.at().toEpochMilli() + "-" + alarm.id();
  }

  private static void end(OutputStream out, String why) throws IOException {
    send(out, "event: end\ndata: {\"reason\":\"%s\"}\n\n".formatted(why));
  }

  private static void comment(OutputStream out, String text) throws IOException {
    send(out, ":" + text + "\n\n");
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
