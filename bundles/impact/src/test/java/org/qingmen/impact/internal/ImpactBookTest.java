package org.qingmen.impact.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingmen.engine.PackStatus;
import org.qingmen.impact.Impacts.Job;
import org.qingmen.impact.Impacts.Request;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.kit.MemoryJournal;
import org.qingmen.spi.pack.PackDescriptor.Kind;
import org.qingmen.spi.pack.PackState;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.testing.Databases;
import org.qingmen.store.testing.StoreFixture;

/** Impact jobs over passages: what they count, and how they end. */
class ImpactBookTest {

  private static final LocalDate DAY = LocalDate.of(2026, 10, 5);
  private static final PackStatus PACK = Trial.pack("1.1.0", PackState.TESTED, Kind.GATE);

  private final FixedComparison comparison = new FixedComparison(Kind.GATE);
  private final MemoryJournal journal = new MemoryJournal();
  private StoreFixture store;
  private ImpactBook book;

  @BeforeEach
  void begin() throws Exception {
    store = new StoreFixture(Databases.H2.create());
    book = open();
  }

  @AfterEach
  void end() throws Exception {
    book.close();
    store.close();
  }

  private ImpactBook open() {
    return new ImpactBook(
        Trial.config(100),
        store.registry,
        journal,
        comparison,
        question -> null,
        question -> List.of());
  }

  @Test
  void aJobCountsWhatFlipsByVerdictEnterpriseAndRuleWithTheTenEarliestAsExamples() {
    passages(500, "same");
    passages(25, "flip");
    passages(5, "more");
    passages(3, "damaged");
    passages(7, "outside");
    journal.append(List.of(Trial.entry(JournalEntry.Kind.NONCE, "flip")));

    ObjectNode job = ended(start().id());

    assertThat(job.path("state").asText()).isEqualTo("done");
    assertThat(job.at("/result/records").asInt()).isEqualTo(530);
    assertThat(job.at("/result/flips").asInt()).isEqualTo(25);
    assertThat(job.at("/result/differing").asInt()).isEqualTo(30);
    assertThat(job.at("/result/unreadable").asInt()).isEqualTo(3);
    assertThat(job.at("/result/verdicts/0/count").asInt()).isEqualTo(25);
    assertThat(job.at("/result/verdicts/0/examples")).hasSize(10);
    assertThat(job.at("/result/verdicts/0/examples/0").asText()).isEqualTo("DDX");
    assertThat(job.at("/result/enterprises/0/enterprise").asText())
        .isEqualTo(FixedComparison.PLANT);
    assertThat(job.at("/result/rules/0/code").asText()).isEqualTo("trial.find");
    assertThat(job.at("/result/rules/0/gone/count").asInt()).isEqualTo(5);
    assertThat(job.at("/result/rules/1/fresh/count").asInt()).isEqualTo(25);
    assertThat(job.at("/result/rules/1/flips").asInt()).isEqualTo(25);
    assertThat(job.at("/progress/share").asDouble()).isEqualTo(1.0);
    assertThat(job.path("approvalNeeded").asBoolean()).as("4.7 % flip").isTrue();
    assertThat(comparison.closed).hasValue(comparison.begun.get());
  }

  @Test
  void fewerFlipsThanTheShareNeedNoApproval() {
    passages(995, "same");
    passages(5, "flip");

    assertThat(ended(start().id()).path("approvalNeeded").asBoolean()).isFalse();
  }

  @Test
  void whatIsCheckedByAllRulesAndComesOutOtherwiseIsReported() {
    passages(200, "same");
    comparison.wholeSaysOtherwise = true;

    ObjectNode job = ended(start().id());

    assertThat(job.at("/result/checked/records").asInt()).isEqualTo(200);
    assertThat(job.at("/result/checked/different").asInt()).isEqualTo(200);
  }

  @Test
  void aCancelledJobStopsAndSaysWhoStoppedItAndDemandsNothing() throws Exception {
    passages(40_000, "flip");
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    comparison.beforeEach = () -> waitFor(entered, goOn);
    Job job = start();
    entered.await();

    book.cancel(job.id(), "user:wang");
    goOn.countDown();

    ObjectNode found = ended(job.id());
    assertThat(found.path("state").asText()).isEqualTo("cancelled");
    assertThat(found.path("cancelledBy").asText()).isEqualTo("user:wang");
    assertThat(found.path("approvalNeeded").asBoolean()).isFalse();
    assertThat(found.at("/progress/entries").asInt()).isLessThan(40_000);
    assertThat(read(book.cancel(job.id(), "user:zhao")).path("cancelledBy").asText())
        .as("one that ended stays as it is")
        .isEqualTo("user:wang");
    assertThatThrownBy(() -> book.cancel("I1", "user:wang")).isInstanceOf(Refusal.class);
  }

  @Test
  void aJobThatWaitsIsCancelledBeforeItComparesAnything() throws Exception {
    passages(10, "same");
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    comparison.beforeEach = () -> waitFor(entered, goOn);
    Job first = start();
    entered.await();
    Job second = start();
    book.cancel(second.id(), "user:wang");
    goOn.countDown();

    assertThat(ended(first.id()).path("state").asText()).isEqualTo("done");
    ObjectNode found = ended(second.id());
    assertThat(found.path("state").asText()).isEqualTo("cancelled");
    assertThat(found.has("result")).isFalse();
    assertThat(comparison.closed).hasValue(2);
  }

  @Test
  void jobsOfAnEarlierProcessAreInterruptedAndThoseThatEndedStayAsTheyWere() throws Exception {
    passages(10, "same");
    Job done = start();
    ended(done.id());
    Jobs jobs = new Jobs(store.registry);
    ObjectNode running = read(done).put("id", "I17").put("state", "running");
    running.remove("ended");
    jobs.write(running, "user:li");

    book.close();
    book = open();

    assertThat(ended("I17").path("state").asText()).isEqualTo("interrupted");
    assertThat(ended(done.id()).path("state").asText()).isEqualTo("done");
    assertThat(book.list("trial.gate", "1.1.0")).hasSize(2);
    assertThat(book.list("trial.gate", "1.2.0")).isEmpty();
  }

  @Test
  void aJobThatFailsSaysWhyAndTheNextOneRuns() {
    passages(10, "same");
    comparison.beforeEach =
        () -> {
          throw new IllegalStateException("the candidate does not come to an end");
        };
    ObjectNode failed = ended(start().id());
    assertThat(failed.path("state").asText()).isEqualTo("failed");
    assertThat(failed.path("trouble").asText()).contains("does not come to an end");

    comparison.beforeEach = () -> {};
    assertThat(ended(start().id()).path("state").asText()).isEqualTo("done");
  }

  @Test
  void aPeriodThatEndsBeforeItBeginsAndTooManyWaitingJobsAreRefused() {
    assertThatThrownBy(() -> book.start(new Request(PACK, DAY, DAY.minusDays(1), ""), "user:li"))
        .isInstanceOfSatisfying(
            Refusal.class, refused -> assertThat(refused.code()).isEqualTo("impact-period"));

    passages(1, "same");
    CountDownLatch goOn = new CountDownLatch(1);
    comparison.beforeEach = () -> waitFor(new CountDownLatch(1), goOn);
    List<Job> waiting = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      waiting.add(start());
    }
    assertThatThrownBy(this::start)
        .isInstanceOfSatisfying(
            Refusal.class, refused -> assertThat(refused.code()).isEqualTo("impact-busy"));
    waiting.forEach(job -> book.cancel(job.id(), "user:li"));
    goOn.countDown();
    waiting.forEach(job -> ended(job.id()));
  }

  private Job start() {
    return book.start(new Request(PACK, DAY, DAY, ""), "user:li");
  }

  private void passages(int count, String document) {
    journal.append(Collections.nCopies(count, Trial.passage(document)));
  }

  private static void waitFor(CountDownLatch entered, CountDownLatch goOn) {
    entered.countDown();
    try {
      goOn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The job when it has come to its end; the build's time-out is the limit. */
  private ObjectNode ended(String id) {
    ObjectNode job = read(book.find(id).orElseThrow());
    while (!job.has("ended")) {
      Thread.onSpinWait();
      job = read(book.find(id).orElseThrow());
    }
    return job;
  }

  private static ObjectNode read(Job job) {
    return Json.read(job.json());
  }
}
