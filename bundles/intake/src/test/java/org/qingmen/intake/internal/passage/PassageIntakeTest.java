package org.qingmen.intake.internal.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
import org.qingmen.model.Receipt;
import org.qingmen.model.Verdict;
import org.qingmen.spi.facts.Control;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.facts.KnownVehicle;
import org.qingmen.spi.facts.Listed;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.intake.InForce;
import org.qingmen.spi.intake.KnownUnits;
import org.qingmen.spi.intake.NativeRecord;
import org.qingmen.spi.intake.PassageAnswer;
import org.qingmen.spi.intake.PassageAnswer.Finding;
import org.qingmen.spi.intake.PassageAnswer.Status;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.journal.JournalUnavailableException;
import org.qingmen.spi.kit.MemoryJournal;
import org.qingmen.store.KnownRecord;

class PassageIntakeTest {

  private static final String OURS = "91130200700000001K001P";

  private final MemoryJournal journal = new MemoryJournal();
  private final Map<String, KnownRecord> projected = new HashMap<>();
  private final Figures figures = new Figures(journal);
  private final PassageIntake intake = intake();
  private List<Finding> noted;

  @Test
  void aPassageIsJournaledWithItsRawFormAndAnsweredWithItsReceipt() {
    String json = passage(OURS, "A01-1", "冀B12345");
    PassageAnswer answer = submit(json);
    assertThat(answer.status()).isEqualTo(Status.ACCEPTED);
    assertThat(answer.receipt()).isEqualTo(Receipt.of(OURS, "A01-1").value());
    assertThat(answer.decision()).isEqualTo("D1");
    assertThat(answer.position()).isEqualTo(1);
    assertThat(new String(journal.entries().get(0).raw(), StandardCharsets.UTF_8)).isEqualTo(json);
    assertThat(journal.entries().get(0).kind()).isEqualTo(JournalEntry.Kind.PASSAGE);
  }

  @Test
  void theSameRecordSentAgainGetsTheSameReceiptAndIsJournaledOnce() {
    submit(passage(OURS, "A01-1", "冀B12345"));
    PassageAnswer again = submit(passage(OURS, "A01-1", "冀B12345"));
    assertThat(again.status()).isEqualTo(Status.DUPLICATE);
    assertThat(again.receipt()).isEqualTo(Receipt.of(OURS, "A01-1").value());
    assertThat(again.decision()).isEqualTo("D1");
    assertThat(again.errors()).isEmpty();
    assertThat(journal.entries()).hasSize(1);
  }

  @Test
  void otherContentUnderTheSameSerialIsAConflictAndTheFirstStands() {
    submit(passage(OURS, "A01-1", "冀B12345"));
    PassageAnswer again = submit(passage(OURS, "A01-1", "冀B99999"));
    assertThat(again.status()).isEqualTo(Status.DUPLICATE);
    assertThat(again.errors()).extracting(PassageAnswer.Fault::code).containsExactly("conflict");
    assertThat(journal.entries()).hasSize(1);
  }

  @Test
  void aRepetitionWithinOneBatchCountsOnce() {
    String json = passage(OURS, "A01-1", "冀B12345");
    List<PassageAnswer> answers = intake.submit(List.of(record(json), record(json)));
    assertThat(answers)
        .extracting(PassageAnswer::status)
        .containsExactly(Status.ACCEPTED, Status.DUPLICATE);
    assertThat(journal.entries()).hasSize(1);
  }

  @Test
  void aRecordThatOnlyTheDatabaseRemembersIsADuplicate() {
    String json = passage(OURS, "A01-1", "冀B12345");
    submit(json);
    PassageIntake restarted = intake();
    String hash =
        NativePassages.contentHash(NativePassages.read(json.getBytes(StandardCharsets.UTF_8)));
    projected.put(Receipt.of(OURS, "A01-1").value(), new KnownRecord(hash.substring(0, 32), 1));
    PassageAnswer again = restarted.submit(record(json));
    assertThat(again.status()).isEqualTo(Status.DUPLICATE);
    assertThat(again.position()).isEqualTo(1);
    assertThat(journal.entries()).hasSize(1);
  }

  @Test
  void aForeignEnterpriseIsRefusedByScopeAndNothingIsKept() {
    NativeRecord foreign =
        new NativeRecord(
            passage(OURS, "A01-1", "冀B12345").getBytes(StandardCharsets.UTF_8),
            new byte[0],
            "device:x",
            "SOMEBODYELSE",
            "");
    PassageAnswer answer = intake.submit(foreign);
    assertThat(answer.status()).isEqualTo(Status.REJECTED);
    assertThat(answer.errors()).extracting(PassageAnswer.Fault::code).containsExactly("scope");
    assertThat(journal.entries()).isEmpty();
  }

  @Test
  void anUnknownEnterpriseIsRefusedAndTheMessageWaitsInQuarantine() {
    PassageAnswer answer = submit(passage("UNKNOWN1", "A01-1", "冀B12345"));
    assertThat(answer.errors())
        .extracting(PassageAnswer.Fault::code)
        .containsExactly("unknown-enterprise");
    assertThat(journal.entries())
        .extracting(JournalEntry::kind)
        .containsExactly(JournalEntry.Kind.QUARANTINE);
  }

  @Test
  void whatIsWrongIsNamedByPointerInBothLanguages() {
    PassageAnswer answer =
        submit(passage(OURS, "A01-1", "冀B12345").replace("\"in\"", "\"sideways\""));
    assertThat(answer.status()).isEqualTo(Status.REJECTED);
    assertThat(answer.serial()).isEqualTo("A01-1");
    PassageAnswer.Fault fault = answer.errors().get(0);
    assertThat(fault.code()).isEqualTo("schema");
    assertThat(fault.pointer()).isEqualTo("/direction");
    assertThat(fault.message().zh()).isNotEqualTo(fault.message().en());
  }

  @Test
  void aDayThatDoesNotExistIsRefused() {
    PassageAnswer answer =
        submit(passage(OURS, "A01-1", "冀B12345").replace("2026-10-01T", "2026-02-30T"));
    assertThat(answer.errors()).extracting(PassageAnswer.Fault::code).containsExactly("value");
  }

  @Test
  void halfARecordIsRefusedAsNoJson() {
    assertThat(submit("{\"enterprise\": ").errors())
        .extracting(PassageAnswer.Fault::code)
        .containsExactly("json");
  }

  @Test
  void aCodeInNoTableBecomesAFindingThatKeepsIt() {
    submit(
        passage(OURS, "A01-1", "冀B12345")
            .replace("\"plate\"", "\"vehicle\": {\"fuel\": \"steam\"}, \"plate\""));
    assertThat(noted)
        .singleElement()
        .satisfies(finding -> assertThat(finding.code()).isEqualTo("unmapped-code"))
        .satisfies(finding -> assertThat(finding.field()).isEqualTo("/vehicle/fuel"))
        .satisfies(finding -> assertThat(finding.message().en()).contains("steam"));
  }

  @Test
  void aTimeBeforeAllLedgersIsTakenAndFound() {
    PassageAnswer answer =
        submit(passage(OURS, "A01-1", "冀B12345").replace("2026-10-01T", "1998-10-01T"));
    assertThat(answer.status()).isEqualTo(Status.ACCEPTED);
    assertThat(noted).extracting(Finding::code).containsExactly("implausible-time");
  }

  @Test
  void aFullJournalRefusesAndTheSameRecordIsTakenLater() {
    journal.full(true);
    assertThatThrownBy(() -> submit(passage(OURS, "A01-1", "冀B12345")))
        .isInstanceOf(JournalUnavailableException.class);
    journal.full(false);
    assertThat(submit(passage(OURS, "A01-1", "冀B12345")).status()).isEqualTo(Status.ACCEPTED);
  }

  private PassageAnswer submit(String json) {
    return intake.submit(record(json));
  }

  private static NativeRecord record(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return new NativeRecord(bytes, bytes, "user:test", null, "");
  }

  private static String passage(String enterprise, String serial, String plate) {
    return """
        {"enterprise": "%s", "serial": "%s", "barrier": "A01", "direction": "in",
         "time": "2026-10-01T08:00:00+08:00", "plate": {"number": "%s", "colour": "yellow"}}"""
        .formatted(enterprise, serial, plate);
  }

  private PassageIntake intake() {
    RecentTraffic traffic = new RecentTraffic();
    HeavyCount heavy = new HeavyCount(Duration.ofMinutes(10), Clock.systemUTC());
    return new PassageIntake(
        journal,
        new Recorder(),
        id ->
            OURS.equals(id)
                ? Optional.of(new Enterprise(OURS, "示例", "130200", List.of("I15"), "B"))
                : Optional.empty(),
        new JournalQuarantine(journal, figures),
        new FactGathering(
            new Nothing(),
            new Nothing(),
            traffic,
            heavy,
            new Weighbridge(),
            id -> Optional.empty()),
        traffic,
        heavy,
        new Duplicates(new Projected()),
        figures);
  }

  /** Allows everything and remembers the facts. */
  private final class Recorder implements Decider {

    @Override
    public Decision decide(PassageFacts facts, Occasion occasion, List<Finding> noted) {
      PassageIntakeTest.this.noted = noted;
      byte[] document = "{\"verdict\":\"allow\"}".getBytes(StandardCharsets.UTF_8);
      String hash = NativePassages.contentHash(facts.passage().record());
      return new Decision(Verdict.ALLOW, List.of(), List.of(), document, hash);
    }

    @Override
    public GradeDecision grade(GradingFacts facts, String policy) {
      throw new AssertionError("the intake does not grade");
    }

    @Override
    public ReplayResult replay(byte[] decisionDocument) {
      throw new AssertionError("the intake does not replay");
    }
  }

  /** Nothing is in force or registered. */
  private static final class Nothing implements InForce, KnownUnits {

    @Override
    public List<Listed> listed(Plate plate, String vin, String division, Instant at) {
      return List.of();
    }

    @Override
    public List<Control> controls(Enterprise enterprise, Instant at) {
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
  }

  /** What the database knows. */
  private final class Projected extends NothingStored {

    @Override
    public Map<String, KnownRecord> knownReceipts(Collection<String> receipts) {
      Map<String, KnownRecord> known = new HashMap<>(projected);
      known.keySet().retainAll(receipts);
      return known;
    }

    @Override
    public void forEachReceipt(Consumer<String> consumer) {
      projected.keySet().forEach(consumer);
    }
  }
}
