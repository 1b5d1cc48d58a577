package org.qingmen.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * What the sender was promised, kept outside the server: each acknowledged receipt in a file that
 * is flushed before the next record is sent. Safe for concurrent use.
 */
public final class OutsideLedger implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final FileChannel file;
  private final Map<String, Entry> acknowledged = new LinkedHashMap<>();
  private final List<String> surprises = new ArrayList<>();
  private IntConsumer listener = count -> {};
  private long position;

  /**
   * A promise.
   *
   * @param gate who was promised
   * @param body what was sent
   * @param serial serial number of the record
   * @param receipt its receipt
   */
  public record Entry(Gate gate, String body, String serial, String receipt) {}

  /**
   * Opens a new ledger.
   *
   * @param path the file
   */
  public OutsideLedger(Path path) {
    try {
      file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Calls the listener with the number of promises after each one. */
  public synchronized void whenAcknowledged(IntConsumer listener) {
    this.listener = listener;
  }

  /**
   * Notes what an answer promises.
   *
   * @return whether the answer settles the record
   */
  public synchronized boolean note(Gate gate, String body, HttpResponse<String> answer) {
    if (answer.statusCode() == 503) {
      return false; // refused for now; the sender tries again
    }
    JsonNode result = read(answer.body()).path("results").path(0);
    String status = result.path("status").asText();
    String serial = result.path("serial").asText();
    String receipt = result.path("receipt").asText();
    if (answer.statusCode() != 200 || !(status.equals("accepted") || status.equals("duplicate"))) {
      surprises.add(answer.statusCode() + " " + answer.body());
      return true;
    }
    Entry before = acknowledged.get(gate.enterprise() + "|" + serial);
    if (before == null) {
      write(gate.enterprise() + " " + serial + " " + receipt + "\n");
      acknowledged.put(gate.enterprise() + "|" + serial, new Entry(gate, body, serial, receipt));
    } else if (!before.receipt().equals(receipt) || !status.equals("duplicate")) {
      surprises.add(serial + " was acknowledged before, now: " + answer.body());
    }
    position = Math.max(position, answer.headers().firstValueAsLong("Qingmen-Position").orElse(0));
    listener.accept(acknowledged.size());
    return true;
  }

  /** All promises, oldest first. */
  public synchronized List<Entry> entries() {
    return List.copyOf(acknowledged.values());
  }

  /** Answers that were no promise, or that broke one. */
  public synchronized List<String> surprises() {
    return List.copyOf(surprises);
  }

  /** Highest {@code Qingmen-Position} that was answered. */
  public synchronized long position() {
    return position;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void write(String line) {
    try {
      file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
      file.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException("no JSON: " + text, e);
    }
  }
}
