package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.engine.internal.decide.PackDecider;
import org.qingmen.engine.internal.life.PackRegistry;
import org.qingmen.engine.internal.life.Registries;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Verdict;
import org.qingmen.spi.facts.PassageFacts;

@DisplayName("Swapping rule packs under load")
class SwapTest {

  private static final int VERSIONS = 10;
  private static final int SWAPS_EACH = 20;

  @TempDir private Path data;

  @Test
  @DisplayName("fails no decision, and every decision is by one version or the other")
  void isInvisible() throws InterruptedException {
    PackRegistry registry = Registries.open(data, true);
    install(registry, 0);
    PackDecider decider = new PackDecider(registry);
    AtomicBoolean running = new AtomicBoolean(true);
    AtomicLong decisions = new AtomicLong();
    ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    ExecutorService gates = Executors.newFixedThreadPool(4);
    PassageFacts facts = TestFacts.truck(EmissionStage.IV, "2026-10-01T08:00:00+08:00", List.of());
    for (int i = 0; i < 4; i++) {
      gates.execute(
          () -> {
            while (running.get()) {
              try {
                Decision decision = decider.decide(facts);
                assertThat(decision.verdict()).isEqualTo(Verdict.DENY);
                assertThat(decision.reasons()).hasSize(1);
                decisions.incrementAndGet();
              } catch (RuntimeException | AssertionError e) {
                failures.add(e);
              }
            }
          });
    }

    for (int version = 1; version <= VERSIONS; version++) {
      install(registry, version);
      for (int i = 0; i < SWAPS_EACH; i += 2) {
        registry.rollback("trial.gate", "wang");
        registry.activate("trial.gate", "1." + version + ".0", "wang");
      }
    }
    running.set(false);
    gates.shutdown();

    assertThat(gates.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(failures).isEmpty();
    assertThat(decisions.get()).isGreaterThan(VERSIONS * SWAPS_EACH);
    registry.stop();
  }

  private static void install(PackRegistry registry, int number) {
    String version = "1." + number + ".0";
    PackStatus status = registry.install(TestPack.gate("trial.gate", version, 5).zip(), "li");
    assertThat(status.problems()).isEmpty();
    registry.activate("trial.gate", version, "wang");
  }
}
