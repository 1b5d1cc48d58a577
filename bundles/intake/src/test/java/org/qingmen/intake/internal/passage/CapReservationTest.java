package org.qingmen.intake.internal.passage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.qingmen.engine.Decider;
import org.qingmen.engine.Decision;
import org.qingmen.engine.GradeDecision;
import org.qingmen.engine.NativePassages;
import org.qingmen.engine.ReplayResult;
import org.qingmen.intake.internal.Figures;
import org.qingmen.intake.internal.JournalQuarantine;
import org.qingmen.intake.internal.ledger.Weighbridge;
import org.qingmen.model.Plate;
import org.qingmen.model.Verdict;
import org.qingmen.spi.facts.Control;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.facts.KnownVehicle;
import org.qingmen.spi.facts.Listed;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.intake.InForce;
import org.qingmen.spi.intake.KnownUnits;
import org.qingmen.spi.intake.NativeRecord;
import org.qingmen.spi.intake.PassageAnswer.Finding;
import org.qingmen.spi.kit.MemoryJournal;
import org.qingmen.spi.kit.TestClock;

/** A vehicle told at the gate that it may enter has its place under the cap, and nobody else. */
class CapReservationTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OURS = "91130200700000001K001P";
  private static final int CAP = 5;
  private static final int AT_ONCE = 16;
  private static final int ROUNDS = 20;

  private final TestClock clock = new TestClock("2026-10-01T00:00:00Z");
  private final MemoryJournal journal = new MemoryJournal();
  private final HeavyCount heavy = new HeavyCount(Duration.ofMinutes(10), clock);
  private final Capped capped = new Capped();
  private final Enterprises enterprises =
      id ->
          OURS.equals(id)
              ? Optional.of(new Enterprise(OURS, "示例", "130200", List.of("I15"), "B"))
              : Optional.empty();
  private final GateCheckService checks =
      new GateCheckService(journal, capped, enterprises, capped, capped, heavy);
  private final PassageIntake passages = intake();

  @Test
  void ofManyChecksAtOneInstantAsManyPassAsTheCapAllows() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        String day = "2026-10-%02d".formatted(1 + round);
        CyclicBarrier together = new CyclicBarrier(AT_ONCE);
        List<Callable<Verdict>> calls = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
          String plate = "冀B%05d".formatted(i);
          boolean passage = i % 4 == 3;
          calls.add(
              () -> {
                together.await();
                return passage ? pass(day, plate) : check(day, plate);
              });
        }
        int admitted = 0;
        for (Future<Verdict> answer : threads.invokeAll(calls)) {
          admitted += answer.get() == Verdict.DENY ? 0 : 1;
        }
        assertThat(admitted).as(day).isEqualTo(CAP);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theVehicleThatWasCheckedEntersThoughTheCapIsReachedMeanwhile() throws Exception {
    for (int i = 0; i < CAP; i++) {
      assertThat(check("2026-10-01", "冀A0000" + i)).isEqualTo(Verdict.ALLOW);
    }
    assertThat(check("2026-10-01", "冀A99999")).isEqualTo(Verdict.DENY);
    assertThat(pass("2026-10-01", "冀A88888")).isEqualTo(Verdict.DENY);
    assertThat(check("2026-10-01", "冀A00000")).as("asked once more").isEqualTo(Verdict.ALLOW);
    for (int i = 0; i < CAP; i++) {
      assertThat(pass("2026-10-01", "冀A0000" + i)).isEqualTo(Verdict.ALLOW);
    }
    assertThat(check("2026-10-01", "冀A00000")).as("a second trip").isEqualTo(Verdict.DENY);
    assertThat(check("2026-10-02", "冀A99999")).as("another day").isEqualTo(Verdict.ALLOW);
  }

  @Test
  void aPlaceThatNobodyTakesIsFreeAgainAfterItsTime() throws Exception {
    for (int i = 0; i < CAP; i++) {
      check("2026-10-01", "冀A0000" + i);
    }
    clock.advance(Duration.ofMinutes(9));
    assertThat(check("2026-10-01", "冀A99999")).isEqualTo(Verdict.DENY);
    clock.advance(Duration.ofMinutes(1));
    assertThat(check("2026-10-01", "冀A99999")).isEqualTo(Verdict.ALLOW);
  }

  private Verdict check(String day, String plate) throws Exception {
    String question =
        """
        {"enterprise":"%s","barrier":"A01","direction":"in","time":"%sT08:00:00+08:00",
         "plate":{"number":"%s","colour":"yellow"},"vehicle":{"type":"Q11"}}"""
            .formatted(OURS, day, plate);
    JsonNode json = JSON.readTree(question);
    return checks
        .check(json, question.getBytes(StandardCharsets.UTF_8), "user:t", OURS, null)
        .verdict();
  }

  private Verdict pass(String day, String plate) {
    byte[] record =
        """
        {"enterprise":"%s","serial":"%s-%s","barrier":"A01","direction":"in",
         "time":"%sT08:00:00+08:00","plate":{"number":"%s","colour":"yellow"},
         "vehicle":{"type":"Q11"}}"""
            .formatted(OURS, day, plate, day, plate)
            .getBytes(StandardCharsets.UTF_8);
    return passages
        .submit(List.of(new NativeRecord(record, record, "user:t", OURS, "")))
        .get(0)
        .verdict();
  }

  private PassageIntake intake() {
    RecentTraffic traffic = new RecentTraffic();
    Figures figures = new Figures(journal);
    return new PassageIntake(
        journal,
        capped,
        enterprises,
        new JournalQuarantine(journal, figures),
        new FactGathering(capped, capped, traffic, heavy, new Weighbridge(), enterprises),
        traffic,
        heavy,
        new Duplicates(new NothingStored()),
        figures);
  }

  /** A cap is in force, and it is all that is decided by. */
  private static final class Capped implements Decider, InForce, KnownUnits {

    @Override
    public Decision decide(PassageFacts facts, Occasion occasion, List<Finding> noted) {
      Verdict verdict = facts.traffic().getHeavyBefore() >= CAP ? Verdict.DENY : Verdict.ALLOW;
      return new Decision(
          verdict,
          List.of(),
          List.of(),
          "{}".getBytes(StandardCharsets.UTF_8),
          NativePassages.contentHash(facts.passage().record()));
    }

    @Override
    public List<Control> controls(Enterprise enterprise, Instant at) {
      return List.of(
          new Control(
              "P", "P", null, false, -1, -1, -1, "all", List.of(), List.of(), "allow", CAP, -1));
    }

    @Override
    public List<Listed> listed(Plate plate, String vin, String division, Instant at) {
      return List.of();
    }

    @Override
    public Optional<KnownVehicle> vehicle(String vin, String plate) {
      return Optional.empty();
    }

    @Override
    public boolean unitRegistered(String enterprise, String code) {
      return false;
    }

    @Override
    public GradeDecision grade(GradingFacts facts, String policy) {
      throw new AssertionError("nobody is graded");
    }

    @Override
    public ReplayResult replay(byte[] decisionDocument) {
      throw new AssertionError("nothing is replayed");
    }
  }
}
