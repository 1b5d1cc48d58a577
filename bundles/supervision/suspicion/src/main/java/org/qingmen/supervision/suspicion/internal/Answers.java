package org.qingmen.supervision.suspicion.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qingmen.engine.Judge;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.intake.PassageCorrections;
import org.qingmen.spi.intake.PassageCorrections.Applied;
import org.qingmen.spi.pack.PackDescriptor.Kind;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.RefusalTexts;
import org.qingmen.store.PassageStore;
import org.qingmen.store.StoredJson;
import org.qingmen.store.StoredPassage;
import org.qingmen.store.Suspicion;
import org.qingmen.store.SuspicionQuery;
import org.qingmen.store.SuspicionStore;
import org.qingmen.store.SuspicionStore.Change;
import org.qingmen.store.SuspicionStore.Concerned;
import org.qingmen.store.SuspicionStore.Found;
import org.qingmen.store.SuspicionStore.Step;
import org.qingmen.store.VersionConflictException;
import org.qingmen.supervision.suspicion.Suspicions.Reply;
import org.qingmen.supervision.suspicion.Suspicions.Ruled;
import org.qingmen.supervision.suspicion.Suspicions.Ruling;

/** Answers of enterprises, rulings of officers, and the corrections that follow. */
final class Answers {

  private static final int MOST_RECORDS = 1000;
  private static final int SECONDS_PER_HOUR = 3600;

  /** Code of an item that an enterprise opened itself. */
  private static final String REQUEST = "correction-request";

  private final SuspicionStore store;
  private final PassageStore passages;
  private final PassageCorrections corrections;
  private final Enterprises enterprises;
  private final Judge judge;
  private final Overdue overdue;
  private final Clock clock;
  private final RefusalTexts texts = RefusalTexts.beside(Answers.class);

  Answers(
      SuspicionStore store,
      PassageStore passages,
      PassageCorrections corrections,
      Enterprises enterprises,
      Judge judge,
      Overdue overdue,
      Clock clock) {
    this.store = store;
    this.passages = passages;
    this.corrections = corrections;
    this.enterprises = enterprises;
    this.judge = judge;
    this.overdue = overdue;
    this.clock = clock;
  }

  Suspicion reply(String id, Reply reply, String actor) {
    Suspicion item = item(id);
    if (!item.awaitsAnswer()) {
      throw texts.refusal(Refusal.Kind.CONFLICT, "suspicion-answered", id, item.state());
    }
    if ("corrected".equals(reply.kind())) {
      targets(id, reply.receipts()).forEach(receipt -> corrections.check(receipt, reply.patch()));
    }
    Instant now = now();
    Suspicion answered =
        step(
            item,
            new Change(
                "answered",
                item.overdue(),
                item.deadline(),
                reply.kind(),
                now,
                actor,
                "reply",
                body(reply).toString()));
    if (item.overdue()) {
      overdue.over(id, now);
    }
    return answered;
  }

  Ruled rule(String id, Ruling ruling, String actor) {
    Suspicion item = item(id);
    if (!"answered".equals(item.state())) {
      throw texts.refusal(Refusal.Kind.CONFLICT, "suspicion-unanswered", id, item.state());
    }
    List<Applied> applied =
        "accept".equals(ruling.decision()) && "corrected".equals(item.reply())
            ? apply(item, actor)
            : List.of();
    ObjectNode body = StoredJson.object().put("text", ruling.text());
    applied.forEach(one -> body.withArray("corrections").add(one.receipt()));
    Suspicion ruled = step(item, change(item, ruling, actor, body));
    long position = applied.stream().mapToLong(Applied::position).max().orElse(0);
    return new Ruled(ruled, applied, position);
  }

  private Change change(Suspicion item, Ruling ruling, String actor, ObjectNode body) {
    Instant now = now();
    boolean back = "return".equals(ruling.decision());
    String state =
        switch (ruling.decision()) {
          case "accept" -> "accepted";
          case "reject" -> "rejected";
          default -> "returned";
        };
    return new Change(
        state,
        !back && item.overdue(),
        back ? deadline(item, now) : item.deadline(),
        item.reply(),
        now,
        actor,
        ruling.decision(),
        body.toString());
  }

  /** The same proposal again, while nobody has ruled on it, is the one that waits already. */
  synchronized Suspicion propose(String receipt, Reply reply, String actor) {
    StoredPassage passage = passage(receipt);
    corrections.check(receipt, reply.patch());
    Suspicion waiting = waiting(passage, reply);
    return waiting == null ? opened(passage, reply, actor) : waiting;
  }

  private Suspicion waiting(StoredPassage passage, Reply reply) {
    JsonNode asked = StoredJson.read(reply.patch());
    var proposals =
        new SuspicionQuery(passage.enterprise(), null, "answered", REQUEST, null, MOST_RECORDS);
    return store.list(proposals).items().stream()
        .filter(item -> item.receipt().equals(passage.receipt()))
        .filter(item -> asked.equals(answer(item).map(Answers::patch).orElse(null)))
        .findFirst()
        .orElse(null);
  }

  private static JsonNode patch(Step answer) {
    return StoredJson.read(answer.body()).path("patch");
  }

  private Suspicion opened(StoredPassage passage, Reply reply, String actor) {
    String receipt = passage.receipt();
    Instant now = now();
    ObjectNode body = StoredJson.object();
    body.put("zh", texts.text("request.title").zh());
    body.put("en", texts.text("request.title").en());
    body.put("plate", passage.plate());
    body.put("barrier", passage.barrier());
    body.put("time", passage.time().toString());
    body.put("direction", passage.direction());
    Suspicion item =
        new Suspicion(
            "R"
                + Long.toString(passage.position(), 36)
                + "-"
                + Long.toString(now.toEpochMilli(), 36),
            passage.enterprise(),
            enterprises.find(passage.enterprise()).map(Enterprise::division).orElse(""),
            REQUEST,
            "info",
            REQUEST + "|" + receipt + "|" + now.toEpochMilli(),
            "open",
            false,
            now,
            now,
            receipt,
            1,
            passage.time().toInstant(),
            1,
            null,
            body.toString());
    Concerned record = new Concerned(passage.position(), receipt, passage.time().toInstant());
    store.take(null, List.of(new Found(item, record, actor, item.id())));
    return reply(item.id(), reply, actor);
  }

  Applied correct(String receipt, String patch, String reason, String actor) {
    return corrections.apply(
        new PassageCorrections.Request(receipt, patch, reason, actor, actor, null));
  }

  private Optional<Step> answer(Suspicion item) {
    return store.steps(item.id()).stream()
        .filter(step -> "reply".equals(step.action()))
        .reduce((earlier, later) -> later);
  }

  private List<Applied> apply(Suspicion item, String officer) {
    Step answer = answer(item).orElseThrow();
    JsonNode body = StoredJson.read(answer.body());
    List<String> receipts = new ArrayList<>();
    body.path("receipts").forEach(receipt -> receipts.add(receipt.asText()));
    List<Applied> applied = new ArrayList<>();
    for (String receipt : targets(item.id(), receipts)) {
      applied.add(
          corrections.apply(
              new PassageCorrections.Request(
                  receipt,
                  body.path("patch").toString(),
                  body.path("text").asText(),
                  answer.actor(),
                  officer,
                  item.id())));
    }
    return applied;
  }

  /** Records that an answer corrects: those it names among the item's, or all of them. */
  private List<String> targets(String id, List<String> named) {
    List<String> concerned =
        store.records(id, MOST_RECORDS).stream().map(Concerned::receipt).toList();
    for (String receipt : named) {
      if (!concerned.contains(receipt)) {
        throw texts.refusal(Refusal.Kind.INVALID, "suspicion-foreign-record", id, receipt);
      }
    }
    return named.isEmpty() ? concerned : named;
  }

  private Instant deadline(Suspicion item, Instant now) {
    double hours =
        judge
            .parameters(
                Kind.SUSPICION,
                item.division().isEmpty() ? null : item.division(),
                ChinaTime.day(now))
            .number("grave".equals(item.severity()) ? "deadline.grave-hours" : "deadline.hours");
    return now.plus(Duration.ofSeconds(Math.round(hours * SECONDS_PER_HOUR)));
  }

  private Suspicion item(String id) {
    return store
        .find(id)
        .orElseThrow(() -> texts.refusal(Refusal.Kind.NOT_FOUND, "suspicion-unknown", id));
  }

  private StoredPassage passage(String receipt) {
    return passages
        .find(receipt)
        .orElseThrow(() -> texts.refusal(Refusal.Kind.NOT_FOUND, "suspicion-unknown", receipt));
  }

  private Suspicion step(Suspicion item, Change change) {
    try {
      return store.step(item.id(), item.steps(), change);
    } catch (VersionConflictException e) {
      throw texts.refusal(Refusal.Kind.CONFLICT, "suspicion-changed", item.id());
    }
  }

  private static ObjectNode body(Reply reply) {
    ObjectNode body = StoredJson.object();
    body.put("kind", reply.kind());
    body.put("text", reply.text());
    body.set("files", StoredJson.read(reply.files()));
    if (reply.patch() != null) {
      body.set("patch", StoredJson.read(reply.patch()));
      reply.receipts().forEach(body.putArray("receipts")::add);
    }
    return body;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
