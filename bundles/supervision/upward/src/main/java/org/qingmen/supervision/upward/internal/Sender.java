package org.qingmen.supervision.upward.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.qingmen.model.Text;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.report.Destination;
import org.qingmen.spi.report.Report;
import org.qingmen.spi.report.Sent;
import org.qingmen.spi.report.UpwardReporter;
import org.qingmen.store.Outbox;
import org.qingmen.store.Outbox.Item;
import org.qingmen.store.Outbox.Result;
import org.qingmen.store.Outbox.State;

/** Sends what waits in a target's outbox, and notes what became of it. One thread. */
final class Sender {

  private final Target target;
  private final Outbox outbox;
  private final Journal journal;
  private final Function<Item, Report> summaries;
  private final Function<String, Optional<UpwardReporter>> reporters;
  private final Function<String, Optional<byte[]>> secrets;
  private final Clock clock;
  private final Throttle throttle;
  private final Backoff backoff = new Backoff();
  private final Map<String, Backoff> enterprises = new HashMap<>();
  private volatile Instant lastConfirmed;

  Sender(
      Target target,
      Outbox outbox,
      Journal journal,
      Function<Item, Report> summaries,
      Function<String, Optional<UpwardReporter>> reporters,
      Function<String, Optional<byte[]>> secrets,
      Clock clock) {
    this.target = target;
    this.outbox = outbox;
    this.journal = journal;
    this.summaries = summaries;
    this.reporters = reporters;
    this.secrets = secrets;
    this.clock = clock;
    this.throttle = new Throttle(target.perMinute(), clock.instant());
  }

  /** Sends the next records; whether there is more to do at once. */
  boolean step() {
    Instant now = clock.instant();
    int most = Math.min(target.batch(), throttle.allowed(now));
    if (backoff.waits(now) || most < 1) {
      return false;
    }
    List<String> waiting =
        enterprises.entrySet().stream()
            .filter(e -> e.getValue().waits(now))
            .map(Map.Entry::getKey)
            .toList();
    List<Item> items = outbox.waiting(target.id(), waiting, most);
    if (items.isEmpty()) {
      return false;
    }
    throttle.used(items.size());
    List<Item> there = new ArrayList<>();
    List<Report> reports = new ArrayList<>();
    collect(items, there, reports);
    return there.isEmpty() || send(there, reports);
  }

  Backoff backoff() {
    return backoff;
  }

  Instant lastConfirmed() {
    return lastConfirmed;
  }

  private void collect(List<Item> items, List<Item> there, List<Report> reports) {
    List<Result> gone = new ArrayList<>();
    for (Item item : items) {
      Optional<Report> report = report(item);
      report.ifPresent(found -> there.add(item));
      report.ifPresent(reports::add);
      if (report.isEmpty()) {
        gone.add(new Result(item.position(), State.GIVEN_UP, null, "not-in-journal"));
      }
    }
    if (!gone.isEmpty()) {
      outbox.settle(target.id(), gone);
    }
  }

  private Optional<Report> report(Item item) {
    return item.kind() == Outbox.Kind.SUMMARY
        ? Optional.of(summaries.apply(item))
        : journal.find(item.position()).map(found -> Items.report(found.entry()));
  }

  private boolean send(List<Item> items, List<Report> reports) {
    try {
      UpwardReporter reporter =
          reporters
              .apply(target.dialect())
              .orElseThrow(() -> Texts.trouble("dialect", target.dialect()));
      byte[] secret = secrets.apply(target.id()).orElseThrow(() -> Texts.trouble("secret"));
      outbox.sent(target.id(), items.stream().map(Item::position).toList());
      List<Sent> answers =
          reporter.send(
              new Destination(
                  target.id(), target.address(), target.keyId(), secret, target.settings()),
              reports);
      settle(items, answers);
      backoff.well();
      return answers.size() == items.size();
    } catch (IOException e) {
      backoff.failed(clock.instant(), TroubleException.text(e));
      return false;
    }
  }

  private void settle(List<Item> items, List<Sent> answers) {
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < Math.min(items.size(), answers.size()); i++) {
      results.add(result(items.get(i), answers.get(i)));
    }
    outbox.settle(target.id(), results);
  }

  private Result result(Item item, Sent answer) {
    switch (answer.answer()) {
      case CONFIRMED -> {
        lastConfirmed = clock.instant();
        enterprises.remove(item.enterprise());
        return new Result(item.position(), State.CONFIRMED, answer.receipt(), null);
      }
      case NEVER -> {
        return new Result(item.position(), State.GIVEN_UP, null, answer.reason());
      }
      default -> {
        return later(item, answer);
      }
    }
  }

  /** Only the first of an enterprise's records that have to wait counts as an attempt. */
  private Result later(Item item, Sent answer) {
    Instant now = clock.instant();
    Backoff mine = enterprises.computeIfAbsent(item.enterprise(), e -> new Backoff());
    if (!mine.waits(now)) {
      mine.failed(now, new Text(answer.reason(), answer.reason()));
      if (mine.failures() >= target.attempts()) {
        enterprises.remove(item.enterprise());
        return new Result(item.position(), State.GIVEN_UP, null, answer.reason());
      }
    }
    return new Result(item.position(), State.SENT, null, answer.reason());
  }
}
