package org.qingmen.supervision.inspection.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.engine.Judge;
import org.qingmen.engine.Judgement;
import org.qingmen.model.ChinaTime;
import org.qingmen.office.Printing;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.intake.ObjectStore;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.pack.PackDescriptor.Kind;
import org.qingmen.spi.trust.ServerSeal;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.Document;
import org.qingmen.store.LedgerStore;
import org.qingmen.store.Page;
import org.qingmen.store.PassageStore;
import org.qingmen.store.Projection;
import org.qingmen.store.Registry;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.control.Episodes;
import org.qingmen.supervision.inspection.Verifications;
import org.qingmen.supervision.stages.EmissionStages;

/** Verifications by samples. */
@Component(service = Verifications.class)
public final class VerificationBook implements Verifications {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LONGEST_DAYS = 366;
  private static final long SEEDS = 1_000_000_000L;

  private final VerificationDocs docs;
  private final Population population;
  private final Enterprises enterprises;
  private final Journal journal;
  private final Projection projection;
  private final Judge judge;
  private final Verdicts verdicts;
  private final StageAgain stages;
  private final Papers papers;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** Wired by the container. */
  @Activate
  public VerificationBook(
      @Reference Registry registry,
      @Reference AuditTrail audit,
      @Reference PassageStore passages,
      @Reference LedgerStore ledgers,
      @Reference Projection projection,
      @Reference Journal journal,
      @Reference Enterprises enterprises,
      @Reference Episodes episodes,
      @Reference Judge judge,
      @Reference Printing printing,
      @Reference ObjectStore objects,
      @Reference ServerSeal seal,
      @Reference EmissionStages stages) {
    docs = new VerificationDocs(registry, audit);
    population = new Population(passages, ledgers, episodes, registry, journal);
    this.enterprises = enterprises;
    this.journal = journal;
    this.projection = projection;
    this.judge = judge;
    this.verdicts = new Verdicts(judge, Kind.INSPECTION);
    this.stages = new EvidenceAgain(stages);
    this.papers = new Papers(printing, objects, seal);
    this.clock = Clock.systemUTC();
  }

  @Override
  public Document draw(Draw draw, String actor) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    check(draw, ChinaTime.day(now));
    Enterprise enterprise =
        enterprises
            .find(draw.enterprise())
            .orElseThrow(
                () ->
                    Texts.invalid("bad-draw", "draw-enterprise", "/enterprise", draw.enterprise()));
    long position = settled();
    long seed = draw.seed() == null ? random.nextLong(SEEDS) : draw.seed();
    Draw fixed = new Draw(draw.enterprise(), draw.from(), draw.to(), seed, draw.sizes());
    var frame = new Sampling.Frame(enterprise.division(), seed, position, now);
    ArrayNode items = items(fixed, frame);
    items.forEach(item -> determineAgain((ObjectNode) item, enterprise.division()));
    ObjectNode body = StoredJson.object();
    body.put("id", "v-" + Long.toHexString(random.nextLong() & Long.MAX_VALUE));
    body.put("enterprise", enterprise.id()).put("name", enterprise.name());
    body.put("division", enterprise.division()).put("declaredGrade", enterprise.declaredGrade());
    body.put("from", draw.from().toString()).put("to", draw.to().toString());
    body.put("seed", seed).put("position", position);
    body.put("drawnAt", now.toString()).put("drawnBy", actor).put("state", "drawn");
    ObjectNode sizes = body.putObject("sizes");
    draw.sizes().forEach(sizes::put);
    body.set("items", items);
    return docs.save(body, 0L, "draw", actor);
  }

  @Override
  public Optional<Document> get(String id) {
    return docs.get(id);
  }

  @Override
  public Page<Document> list(String enterprise, String divisionPrefix, String cursor, int limit) {
    return docs.list(enterprise, divisionPrefix, cursor, limit);
  }

  @Override
  public String details(String id) {
    return docs.details(docs.need(id)).toString();
  }

  @Override
  public boolean repeats(String id) {
    ObjectNode body = StoredJson.body(docs.need(id));
    Map<String, Integer> sizes = new HashMap<>();
    body.path("sizes").properties().forEach(e -> sizes.put(e.getKey(), e.getValue().asInt()));
    Draw again =
        new Draw(
            body.path("enterprise").asText(),
            LocalDate.parse(body.path("from").asText()),
            LocalDate.parse(body.path("to").asText()),
            body.path("seed").asLong(),
            sizes);
    var frame =
        new Sampling.Frame(
            body.path("division").asText(),
            body.path("seed").asLong(),
            body.path("position").asLong(),
            Instant.parse(body.path("drawnAt").asText()));
    return refs(items(again, frame)).equals(refs(body.path("items")));
  }

  @Override
  public String find(String id, String no, String json, String actor) {
    Document document = open(id);
    ObjectNode body = StoredJson.body(document);
    ObjectNode item = item(body, no);
    ObjectNode finding =
        ((ObjectNode) StoredJson.read(json)).retain("result", "text", "photos", "plates");
    ObjectNode facts = finding.putObject("facts");
    facts.setAll((ObjectNode) item.path("facts"));
    if (item.path("of").asText().equals("video")) {
      compare(body, item, finding, facts);
    }
    ObjectNode judged = facts.deepCopy();
    judged.put("no", no).put("of", item.path("of").asText());
    judged.put("result", finding.path("result").asText());
    Judgement judgement =
        verdicts.judge(
            body.path("division").asText(), day(body), List.of(Verdicts.fact("item", judged)));
    finding.set("verdict", Verdicts.json(judgement, no, finding.path("result").asText()));
    finding.set("reasons", Verdicts.reasons(judgement, no));
    finding.put("proof", Verdicts.proof(judgement));
    docs.saveFinding(body, no, finding, actor);
    if (!body.path("state").asText().equals("in-progress")) {
      body.put("state", "in-progress").remove("verdict");
      docs.save(body, document.version(), "begin", actor);
    }
    return docs.finding(id, no).orElse(finding).toString();
  }

  @Override
  public Document finish(String id, String actor) {
    Document document = open(id);
    ObjectNode body = StoredJson.body(document);
    List<String> open = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    for (JsonNode item : body.path("items")) {
      String no = item.path("no").asText();
      docs.finding(id, no)
          .ifPresentOrElse(
              found -> counts.merge(found.at("/verdict/value").asText(), 1, Integer::sum),
              () -> open.add(no));
    }
    if (!open.isEmpty()) {
      throw Texts.conflict("verification-open", String.join(", ", open));
    }
    ObjectNode tally = StoredJson.object();
    tally.put("items", body.path("items").size());
    tally.put("notOk", counts.getOrDefault("not-ok", 0));
    tally.put("notPossible", counts.getOrDefault("not-possible", 0)).put("open", 0);
    tally.setAll(drawn(body.path("items")));
    Judgement judgement =
        verdicts.judge(
            body.path("division").asText(), day(body), List.of(Verdicts.fact("tally", tally)));
    body.put("state", "finished").set("tally", tally);
    body.set("verdict", Verdicts.json(judgement, "verdict", "incomplete"));
    body.put("proof", Verdicts.proof(judgement));
    body.put("finishedAt", clock.instant().toString()).put("finishedBy", actor);
    return docs.save(body, document.version(), "finish", actor);
  }

  @Override
  public Document sign(String id, TransportGrade grade, String actor) {
    Document document = open(id);
    if (!StoredJson.body(document).path("state").asText().equals("finished")) {
      throw Texts.conflict("verification-not-finished", id);
    }
    ObjectNode details = docs.details(document);
    Limits limits =
        Limits.of(judge, Kind.INSPECTION, details.path("division").asText(), day(details));
    ObjectNode signed = papers.issue(details, grade, limits, clock.instant(), actor);
    ObjectNode body = StoredJson.body(document).put("state", VerificationDocs.SIGNED);
    body.setAll(signed);
    return docs.save(body, document.version(), "sign", actor);
  }

  @Override
  public Optional<byte[]> paper(String id, String paper) {
    return papers.read(StoredJson.body(docs.need(id)).path("papers").path(paper));
  }

  @Override
  public String verify(byte[] pdf) {
    return papers.verify(pdf, docs::holding).toString();
  }

  @Override
  public Optional<String> certificate(String code) {
    if (!code.matches("[A-Z2-7]{16}")) {
      return Optional.empty();
    }
    return docs.holding("\"" + code + "\"")
        .filter(body -> body.at("/certificate/code").asText().equals(code))
        .map(body -> papers.told(body, clock.instant()).toString());
  }

  private ArrayNode items(Draw draw, Sampling.Frame frame) {
    LocalDate day = ChinaTime.day(frame.at());
    Limits limits = Limits.of(judge, Kind.INSPECTION, frame.division(), day);
    return new Sampling(population, draw, frame, limits).items();
  }

  private void determineAgain(ObjectNode item, String division) {
    if (item.path("of").asText().equals("gate")) {
      stages
          .of(item.path("record"), division)
          .ifPresent(
              again ->
                  ((ObjectNode) item.path("facts"))
                      .put("again", again.stage())
                      .put("basis", again.basis()));
    }
  }

  /** Everything received so far can be read; only then does the draw see what it must see. */
  private long settled() {
    long position = journal.end();
    try {
      if (projection.awaitPosition(position, PATIENCE)) {
        return position;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw Texts.notReady();
  }

  private void compare(ObjectNode body, JsonNode item, ObjectNode finding, ObjectNode facts) {
    List<String> plates = new ArrayList<>();
    finding.path("plates").forEach(plate -> plates.add(plate.asText()));
    OffsetDateTime from = OffsetDateTime.parse(item.at("/ref/from").asText());
    OffsetDateTime to = OffsetDateTime.parse(item.at("/ref/to").asText());
    int tolerance =
        Limits.of(judge, Kind.INSPECTION, body.path("division").asText(), day(body))
            .number("video.tolerance-seconds");
    VideoCheck check =
        VideoCheck.of(
            plates,
            population.passages(
                body.path("enterprise").asText(),
                from.minusSeconds(tolerance).toInstant(),
                to.plusSeconds(tolerance + 1L).toInstant(),
                body.path("position").asLong()),
            from,
            to,
            tolerance);
    facts.put("seen", check.seen().size()).put("unrecorded", check.unrecorded().size());
    check.unrecorded().forEach(facts.putArray("unrecordedPlates")::add);
    check.unseen().forEach(facts.putArray("unseenPlates")::add);
  }

  private Document open(String id) {
    Document document = docs.need(id);
    if (StoredJson.body(document).path("state").asText().equals(VerificationDocs.SIGNED)) {
      throw Texts.conflict("verification-signed", id);
    }
    return document;
  }

  private static ObjectNode item(ObjectNode body, String no) {
    for (JsonNode item : body.path("items")) {
      if (item.path("no").asText().equals(no)) {
        return (ObjectNode) item;
      }
    }
    throw Texts.notFound("unknown-item", no);
  }

  /** How large the sample became, by what it consists of; the rules know how large it must be. */
  static ObjectNode drawn(JsonNode items) {
    ObjectNode drawn = StoredJson.object();
    List.of("ledger", "gate", "video").forEach(of -> drawn.put(of, 0));
    drawn.put("normalDays", 0).put("alertDays", 0);
    for (JsonNode item : items) {
      String of = item.path("of").asText();
      if (drawn.has(of)) {
        drawn.put(of, drawn.path(of).asInt() + 1);
      } else {
        drawn.put("normalDays", item.at("/ref/normalDays").size());
        drawn.put("alertDays", item.at("/ref/alertDays").size());
      }
    }
    return drawn;
  }

  private static LocalDate day(JsonNode body) {
    return Instant.parse(body.path("drawnAt").asText()).atZone(ChinaTime.ZONE).toLocalDate();
  }

  private static List<String> refs(JsonNode items) {
    List<String> refs = new ArrayList<>();
    items.forEach(item -> refs.add(item.path("no").asText() + item.path("ref")));
    return refs;
  }

  /** Of a period that is not over not every record can be drawn. */
  static void check(Draw draw, LocalDate today) {
    boolean backwards = draw.to().isBefore(draw.from());
    if (backwards || ChronoUnit.DAYS.between(draw.from(), draw.to()) >= LONGEST_DAYS) {
      throw Texts.invalid(
          "bad-draw", "draw-period", "/to", draw.from().toString(), draw.to().toString());
    }
    if (!draw.to().isBefore(today)) {
      throw Texts.invalid(
          "bad-draw", "draw-not-over", "/to", draw.to().toString(), today.minusDays(1).toString());
    }
    if (draw.seed() != null && (draw.seed() < 0 || draw.seed() >= 1L << 53)) {
      throw Texts.invalid("bad-draw", "draw-seed", "/seed");
    }
  }
}
