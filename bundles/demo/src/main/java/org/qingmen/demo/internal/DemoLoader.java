package org.qingmen.demo.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.journal.JournalUnavailableException;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackState;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the demonstration province when {@code QINGMEN_DEMO=1}, once; an interrupted load goes on
 * at the next start.
 */
@Component(service = DemoLoader.class, immediate = true)
public final class DemoLoader {

  private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);
  private static final Duration WAIT_FOR_RULES = Duration.ofSeconds(90);
  private static final long RETRY_SECONDS = 2;

  private final Services services;
  private final Path data;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  @Activate
  public DemoLoader(@Reference Services services) {
    this.services = services;
    this.data = Path.of(Optional.ofNullable(System.getenv("QINGMEN_DATA")).orElse("data"));
    this.thread = new Thread(this::run, "qingmen-demo");
    thread.setDaemon(true);
    if ("1".equals(System.getenv("QINGMEN_DEMO"))) {
      thread.start();
    }
  }

  @Deactivate
  void close() throws InterruptedException {
    stop.countDown();
    thread.join(TimeUnit.SECONDS.toMillis(10));
  }

  private void run() {
    try {
      awaitRules();
      while (!stopped() && !attempt()) {
        stop.await(RETRY_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      LOG.error("the demonstration province could not be loaded: {}", e.getMessage(), e);
    }
  }

  /** Whether it is done; false when the platform cannot take records just now. */
  private boolean attempt() throws IOException {
    try {
      Progress progress = new Progress(services.registry, data);
      long begin = System.nanoTime();
      Loading loading = new Loading(services, Province.read(), progress, this::stopped);
      if (loading.done()) {
        LOG.info("the demonstration province is loaded already");
        return true;
      }
      long passages = loading.run(LocalDate.now(Calendar.ZONE));
      if (!stopped()) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
        progress.show(100, "done, %d passages in %d s".formatted(passages, seconds));
      }
      return true;
    } catch (JournalUnavailableException | StoreUnavailableException e) {
      LOG.info("the demonstration waits: {}", e.getMessage());
      return false;
    } catch (Refusal e) {
      if (e.kind() == Refusal.Kind.UNAVAILABLE) {
        LOG.info("the demonstration waits: {}", e.getMessage());
        return false;
      }
      throw e;
    }
  }

  /** Records decided before the rules are there would be decided by none. */
  private void awaitRules() throws InterruptedException {
    long deadline = System.nanoTime() + WAIT_FOR_RULES.toNanos();
    while (!rulesActive() && System.nanoTime() < deadline) {
      if (stop.await(200, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }

  private boolean rulesActive() {
    return active(PackDescriptor.Kind.GATE) && active(PackDescriptor.Kind.VERIFICATION);
  }

  private boolean active(PackDescriptor.Kind kind) {
    return services.packs.list().stream()
        .anyMatch(p -> p.state() == PackState.ACTIVE && p.descriptor().kind() == kind);
  }

  private boolean stopped() {
    return stop.getCount() == 0;
  }
}
