package org.qingmen.bench.run;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.qingmen.bench.server.Api;

/** Puts a new version into service and takes it back again and again. */
final class Swapper implements AutoCloseable {

  private static final long PAUSE_MILLIS = 500;

  private final Api api;
  private final String version;
  private final Thread thread;
  private volatile boolean running = true;
  private volatile IOException failure;
  private volatile int count;

  /** Swaps the version in service with the one before it. */
  Swapper(Api api, String id, String version) {
    this.api = api;
    this.version = "/rule-packs/" + id + "/" + version;
    this.thread = new Thread(this::swap, "swapper");
    thread.start();
  }

  int count() {
    return count;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    running = false;
    thread.join();
    if (failure != null) {
      throw failure;
    }
  }

  private void swap() {
    try {
      while (running) {
        api.post(version + "/rollback", null);
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        api.post(version + "/activate", null);
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        count += 2;
      }
    } catch (IOException e) {
      failure = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
