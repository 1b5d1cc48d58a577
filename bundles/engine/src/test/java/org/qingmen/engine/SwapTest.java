package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

  private static final boolean SOAK = Boolean.getBoolean("qingmen.soak");
  private static final int VERSIONS = SOAK ? 40 : 10;
  private static final int SWAPS_EACH = SOAK ? 26 : 6;

  /** Versions after which everything has been loaded once and the shelf is full. */
  private static final int WARM = 8;

  private static final int MAY_GROW_BY = 16 << 20;

  /** The packs in a decision document. */
  private static final Pattern HASH = Pattern.compile("\"hash\":\"[^\"]+\",\"id\"");

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
                assertThat(hashes(decision)).hasSize(1);
                decisions.incrementAndGet();
              } catch (RuntimeException | AssertionError e) {
                failures.add(e);
              }
            }
          });
    }

    Memory warm = null;
    for (int version = 1; version <= VERSIONS; version++) {
      install(registry, version);
      warm = version == WARM ? Memory.now() : warm;
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
    Memory after = Memory.now();
    System.out.printf(
        "%d swaps, %d decisions; %s, then %s%n",
        VERSIONS * (SWAPS_EACH + 1), decisions.get(), warm, after);
    assertThat(after.heap()).isLessThan(warm.heap() + MAY_GROW_BY);
    assertThat(after.metaspace()).isLessThan(warm.metaspace() + MAY_GROW_BY);
    registry.stop();
  }

  private static List<String> hashes(Decision decision) {
    String document = new String(decision.document(), StandardCharsets.UTF_8);
    return HASH.matcher(document).results().map(MatchResult::group).toList();
  }

  /** What is in use after the garbage is gone, in bytes. */
  private record Memory(long heap, long metaspace) {

    static Memory now() {
      MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
      memory.gc();
      memory.gc();
      long metaspace =
          ManagementFactory.getMemoryPoolMXBeans().stream()
              .filter(pool -> pool.getName().equals("Metaspace"))
              .mapToLong(pool -> pool.getUsage().getUsed())
              .sum();
      return new Memory(memory.getHeapMemoryUsage().getUsed(), metaspace);
    }
  }

  private static void install(PackRegistry registry, int number) {
    String version = "1." + number + ".0";
    TestPack pack =
        TestPack.gate("trial.gate", version, 5)
            .replace("rules/gate.drl", "is too low", "is too low for version " + number);
    PackStatus status = registry.install(pack.zip(), "li");
    assertThat(status.problems()).isEmpty();
    registry.activate("trial.gate", version, "wang");
  }
}
