package org.qingmen.supervision.inspection.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.engine.Judge;
import org.qingmen.engine.Judgement;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.Fact;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.intake.ObjectStore;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.pack.PackDescriptor.Kind;
import org.qingmen.spi.pack.Parameter;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;
import org.qingmen.store.GateHistory;
import org.qingmen.store.LedgerStore;
import org.qingmen.store.Page;
import org.qingmen.store.PassageStore;
import org.qingmen.store.Registry;
import org.qingmen.store.RegistryQuery;
import org.qingmen.store.StoredJson;
import org.qingmen.store.VersionConflictException;
import org.qingmen.store.VideoIndex;
import org.qingmen.supervision.control.Episodes;
import org.qingmen.supervision.inspection.Acceptances;

/** Acceptances in the registry: one document each, with its whole history. */
@Component(service = Acceptances.class)
public final class AcceptanceBook implements Acceptances {

  private static final String KIND = "acceptance";
  private static final String ITEM = "item.";

  private static final int PAGE = 100;
  private static final int ID_DIGITS = 16;

  private final Registry registry;
  private final AuditTrail audit;
  private final Enterprises enterprises;
  private final Judge judge;
  private final Verdicts verdicts;
  private final Measures measures;
  private final Clock clock = Clock.systemUTC();

  /** Wired by the container. */
  @Activate
  public AcceptanceBook(
      @Reference Registry registry,
      @Reference AuditTrail audit,
      @Reference Enterprises enterprises,
      @Reference Judge judge,
      @Reference GateHistory gates,
      @Reference PassageStore passages,
      @Reference LedgerStore ledgers,
      @Reference Episodes episodes,
      @Reference Journal journal,
      @Reference VideoIndex videos,
      @Reference ObjectStore objects) {
    this.registry = registry;
    this.audit = audit;
    this.enterprises = enterprises;
    this.judge = judge;
    verdicts = new Verdicts(judge, Kind.ACCEPTANCE);
    Population population = new Population(passages, ledgers, episodes, registry, journal);
    measures = new Measures(gates, passages, population, videos, objects);
  }

  @Override
  public Document begin(String enterprise, String actor) {
    Enterprise found =
        enterprises
            .find(enterprise)
            .orElseThrow(
                () ->
                    Texts.invalid("bad-acceptance", "draw-enterprise", "/enterprise", enterprise));
    String id = nextId(found.id());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ObjectNode body = StoredJson.object();
    body.put("id", id);
    body.put("enterprise", found.id()).put("name", found.name()).put("division", found.division());
    body.put("begunAt", now.toString()).put("begunBy", actor).put("state", "open");
    ArrayNode items = body.putArray("items");
    limits(body).table().stream()
        .filter(one -> one.name().startsWith(ITEM) && one.value() != null)
        .forEach(one -> item(items.addObject(), one));
    measured(body);
    return first(judged(body), actor);
  }

  @Override
  public Optional<Document> get(String id) {
    return registry.get(KIND, id);
  }

  @Override
  public Page<Document> list(String enterprise, String divisionPrefix, String cursor, int limit) {
    return registry.list(new RegistryQuery(KIND, enterprise, divisionPrefix, null, cursor, limit));
  }

  @Override
  public Document measure(String id, String actor) {
    ObjectNode body = open(id);
    measured(body);
    return save(judged(body), "measure", actor);
  }

  @Override
  public Document answer(String id, String item, String json, String actor) {
    ObjectNode body = open(id);
    for (JsonNode one : body.path("items")) {
      if (one.path("item").asText().equals(item)) {
        ObjectNode answer = ((ObjectNode) StoredJson.read(json)).retain("result", "text", "files");
        answer.put("by", actor).put("at", clock.instant().toString());
        ((ObjectNode) one).set("answer", answer);
        return save(judged(body), "answer", actor);
      }
    }
    throw Texts.invalid("bad-acceptance", "acceptance-item", "/item", item);
  }

  @Override
  public Document decide(String id, String actor) {
    ObjectNode body = open(id);
    String verdict = body.at("/verdict/value").asText();
    if (verdict.equals("open")) {
      throw Texts.conflict("acceptance-open", body.at("/tally/open").asText());
    }
    LocalDate today = ChinaTime.day(clock.instant());
    body.put("state", verdict).put("decidedAt", clock.instant().toString());
    body.put("decidedBy", actor).put("from", today.toString());
    body.put("to", today.plusMonths(limits(body).number("valid.months")).toString());
    return save(body, verdict, actor);
  }

  /**
   * The id of an enterprise's next acceptance, refused while one is open. It follows from how many
   * there were: two that begin at once mean the same id, and only one of them can be the first
   * version of it.
   */
  private String nextId(String enterprise) {
    long before = 0;
    String cursor = null;
    do {
      Page<Document> page = list(enterprise, null, cursor, PAGE);
      for (Document one : page.items()) {
        before++;
        if (StoredJson.body(one).path("state").asText().equals("open")) {
          throw Texts.conflict("acceptance-running", one.id());
        }
      }
      cursor = page.next();
    } while (cursor != null);
    byte[] named = (enterprise + '/' + before).getBytes(StandardCharsets.UTF_8);
    return "a-" + UUID.nameUUIDFromBytes(named).toString().replace("-", "").substring(0, ID_DIGITS);
  }

  private Document first(ObjectNode body, String actor) {
    try {
      return save(body, "begin", actor, 0L);
    } catch (VersionConflictException e) {
      throw Texts.conflict("acceptance-running", body.path("id").asText());
    }
  }

  private static void item(ObjectNode item, Parameter parameter) {
    item.put("item", parameter.name().substring(ITEM.length()));
    item.put("sense", parameter.value().toString()).put("clause", parameter.clause());
    item.put("source", parameter.source()).put("verified", parameter.verified());
  }

  private void measured(ObjectNode body) {
    LocalDate to = ChinaTime.day(clock.instant());
    LocalDate from = to.minusDays(limits(body).number("measure.days"));
    Map<String, Double> known = measures.of(body.path("enterprise").asText(), from, to);
    body.put("measuredFrom", from.toString()).put("measuredTo", to.toString());
    for (JsonNode item : body.path("items")) {
      if (!item.path("sense").asText().equals("manual")) {
        Double value = known.get(item.path("item").asText());
        ((ObjectNode) item)
            .put("measured", value == null ? null : Math.round(value * 10_000) / 10_000.0);
      }
    }
  }

  /** Asks the rules about every item and about the whole. */
  private ObjectNode judged(ObjectNode body) {
    List<Fact> facts = new ArrayList<>();
    for (JsonNode item : body.path("items")) {
      String name = item.path("item").asText();
      if (!item.path("sense").asText().equals("manual")) {
        ObjectNode measure = StoredJson.object().put("item", name);
        measure.set("value", item.path("measured"));
        facts.add(Verdicts.fact("measure", measure));
      }
      if (item.has("answer")) {
        ObjectNode answer = StoredJson.object().put("item", name);
        facts.add(
            Verdicts.fact("answer", answer.put("result", item.at("/answer/result").asText())));
      }
    }
    String division = body.path("division").asText();
    Judgement judgement = verdicts.judge(division, day(body), facts);
    Map<String, Integer> counts = new HashMap<>();
    for (JsonNode item : body.path("items")) {
      ObjectNode verdict = Verdicts.json(judgement, item.path("item").asText(), "open");
      ((ObjectNode) item).set("verdict", verdict);
      counts.merge(verdict.path("value").asText(), 1, Integer::sum);
    }
    ObjectNode tally = body.putObject("tally");
    List.of("passed", "failed", "open").forEach(one -> tally.put(one, counts.getOrDefault(one, 0)));
    Judgement whole = verdicts.judge(division, day(body), List.of(Verdicts.fact("tally", tally)));
    body.set("verdict", Verdicts.json(whole, "verdict", "open"));
    body.put("proof", Verdicts.proof(judgement));
    return body;
  }

  private Limits limits(JsonNode body) {
    return Limits.of(judge, Kind.ACCEPTANCE, body.path("division").asText(), day(body));
  }

  private static LocalDate day(JsonNode body) {
    return Instant.parse(body.path("begunAt").asText()).atZone(ChinaTime.ZONE).toLocalDate();
  }

  private ObjectNode open(String id) {
    ObjectNode body =
        get(id).map(StoredJson::body).orElseThrow(() -> Texts.notFound("unknown-acceptance", id));
    if (!body.path("state").asText().equals("open")) {
      throw Texts.conflict("acceptance-decided", id);
    }
    return body;
  }

  private Document save(ObjectNode body, String action, String actor) {
    return save(body, action, actor, null);
  }

  private Document save(ObjectNode body, String action, String actor, Long version) {
    String id = body.path("id").asText();
    Draft draft =
        new Draft(
            KIND,
            id,
            body.path("enterprise").asText(),
            body.path("division").asText(),
            body.toString());
    Document stored = registry.put(draft, actor, version);
    audit.append(actor, "acceptance." + action, id, null);
    return stored;
  }
}
