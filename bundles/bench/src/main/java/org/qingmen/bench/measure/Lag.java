package org.qingmen.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.bench.server.Api;

/** Asks the product every second how far its projection is behind. */
public final class Lag implements AutoCloseable {

  private static final long EVERY_MILLIS = 1000;

  private final Api api;
  private final List<Long> millis = new ArrayList<>();
  private final List<Long> entries = new ArrayList<>();
  private final Thread thread;
  private volatile IOException failure;

  /** Begins to ask. */
  public Lag(Api api) {
    this.api = api;
    this.thread = new Thread(this::watch, "lag");
    thread.setDaemon(true);
    thread.start();
  }

  /** Stops asking. */
  @Override
  public void close() throws IOException, InterruptedException {
    thread.interrupt();
    thread.join();
    if (failure != null) {
      throw failure;
    }
  }

  /** Longest lag seen, milliseconds. */
  public long maxMillis() {
    return millis.stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /**
   * By how many entries per second the lag grew: the slope of the straight line through all
   * samples. A flat lag is around nothing.
   */
  public double growth() {
    int n = entries.size();
    if (n < 3) {
      return 0;
    }
    double meanTime = (n - 1) / 2.0;
    double mean = entries.stream().mapToLong(Long::longValue).average().orElse(0);
    double above = 0;
    double below = 0;
    for (int i = 0; i < n; i++) {
      above += (i - meanTime) * (entries.get(i) - mean);
      below += (i - meanTime) * (i - meanTime);
    }
    return above / below;
  }

  /** Waits until everything is projected; the seconds it took. */
  public static double drain(Api api) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    while (api.get("/status").path("lagEntries").asLong() > 0) {
      Thread.sleep(100);
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(EVERY_MILLIS);
        JsonNode status = api.get("/status");
        millis.add(status.path("lagMillis").asLong());
        entries.add(status.path("lagEntries").asLong());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      if (!Thread.currentThread().isInterrupted()) {
        failure = e;
      }
    }
  }
}
