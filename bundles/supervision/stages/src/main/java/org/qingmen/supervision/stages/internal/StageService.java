package org.qingmen.supervision.stages.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.qingmen.engine.Judge;
import org.qingmen.engine.Matter;
import org.qingmen.engine.PackException;
import org.qingmen.model.ChinaTime;
import org.qingmen.model.EmissionStage;
import org.qingmen.spi.facts.Fact;
import org.qingmen.spi.facts.Parameters;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.Parameter;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.spi.stage.EmissionStageLookup;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;
import org.qingmen.store.Registry;
import org.qingmen.supervision.stages.Determination;
import org.qingmen.supervision.stages.EmissionStages;
import org.qingmen.supervision.stages.StageQuestion;
import org.qingmen.supervision.stages.StageQuestion.Unit;

/** Gathers the evidence and asks the rules what it proves. */
@Component
public final class StageService implements EmissionStages {

  /** Lookups wait for the network; a list asks several at once. */
  private static final int ASKING = 8;

  private final Judge judge;
  private final Registry registry;
  private final KnownStages known;
  private final CatalogueBook catalogue;
  private final Clock clock;
  private final List<EmissionStageLookup> lookups = new CopyOnWriteArrayList<>();
  private final ExecutorService askers =
      Executors.newFixedThreadPool(ASKING, work -> new Thread(work, "qingmen-stages"));

  /** Wired by the container. */
  @Activate
  public StageService(
      @Reference Judge judge,
      @Reference Registry registry,
      @Reference KnownStages known,
      @Reference CatalogueBook catalogue) {
    this(judge, registry, known, catalogue, Clock.systemUTC());
  }

  StageService(
      Judge judge, Registry registry, KnownStages known, CatalogueBook catalogue, Clock clock) {
    this.judge = judge;
    this.registry = registry;
    this.known = known;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addLookup(EmissionStageLookup lookup) {
    lookups.add(lookup);
  }

  void removeLookup(EmissionStageLookup lookup) {
    lookups.remove(lookup);
  }

  @Deactivate
  void close() {
    askers.shutdownNow();
  }

  @Override
  public Determination determine(StageQuestion question, String division) {
    ready();
    return determine(question, division, rules(division), today());
  }

  @Override
  public List<Determination> determineAll(List<StageQuestion> questions, String division) {
    ready();
    Parameters parameters = rules(division);
    LocalDate today = today();
    List<Future<Determination>> pending = new ArrayList<>();
    for (StageQuestion question : questions) {
      pending.add(askers.submit(() -> determine(question, division, parameters, today)));
    }
    return pending.stream().map(StageService::answer).toList();
  }

  private static Determination answer(Future<Determination> pending) {
    try {
      return pending.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while stages were determined", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }

  private Determination determine(
      StageQuestion asked, String division, Parameters parameters, LocalDate today) {
    Optional<KnownUnit> same =
        asked.unit() == Unit.MACHINE ? known.unit(asked) : sameVehicle(asked);
    StageQuestion question = same.map(unit -> unit.complete(asked)).orElse(asked);
    ChainFacts chain = new ChainFacts(question, parameters, today).subject().tables().statements();
    lookups.stream()
        .sorted(Comparator.comparing(EmissionStageLookup::name))
        .map(lookup -> lookup.find(wire(question)))
        .flatMap(Optional::stream)
        .forEach(chain::answer);
    catalogue
        .of(CatalogueEntry.Kind.DISCLOSURE, question.disclosure())
        .forEach(one -> chain.evidence("disclosed", one.stage(), one.key(), one.date(), ""));
    catalogue.of(CatalogueEntry.Kind.MODEL, question.model()).forEach(chain::approval);
    same.ifPresent(
        unit ->
            chain.evidence("known-vin", unit.stage(), unit.number(), unit.asOf(), unit.rests()));
    known.ofModel(question.model()).stream()
        .sorted(Comparator.comparing(one -> one.stage().code() + one.rests()))
        .forEach(
            one ->
                chain.evidence(
                    "known-model", one.stage(), question.model(), one.asOf(), one.rests()));
    return Answers.of(judge.judge(matter(division, today, chain.facts())), today);
  }

  /** An in-plant vehicle was a road vehicle once; what was kept for it counts first. */
  private Optional<KnownUnit> sameVehicle(StageQuestion asked) {
    Optional<KnownUnit> kept = asked.unit() == Unit.IN_PLANT ? known.unit(asked) : Optional.empty();
    return kept.or(() -> known.vehicle(asked));
  }

  private static Matter matter(String division, LocalDate today, List<Fact> facts) {
    return new Matter(PackDescriptor.Kind.STAGE, division, today, facts);
  }

  private static EmissionStageLookup.Question wire(StageQuestion asked) {
    return new EmissionStageLookup.Question(
        asked.vin(),
        asked.engine(),
        asked.model(),
        asked.plate(),
        asked.registered(),
        asked.fuel());
  }

  @Override
  public Determination keep(StageQuestion question, String division, String actor) {
    String number = number(question);
    Determination answer = determine(question, division);
    List<Draft> drafts = new ArrayList<>();
    ObjectNode body = Answers.json(question, answer, today());
    String id = KnownStages.id(question.unit(), number);
    drafts.add(new Draft(KnownStages.KIND, id, null, null, body.toString()));
    if (question.unit() == Unit.ROAD && answer.stage() != EmissionStage.NONE) {
      String present = registry.get("vehicle", number).map(Document::body).orElse("{}");
      String vehicle = Answers.vehicle(present, number, question, answer, today());
      drafts.add(new Draft("vehicle", number, null, null, vehicle));
    }
    registry.putAll(drafts, actor);
    return answer;
  }

  private static String number(StageQuestion question) {
    Stream<String> numbers =
        question.unit() == Unit.ROAD
            ? Stream.of(question.vin())
            : Stream.of(question.machineCode(), question.code(), question.vin());
    return numbers
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> Texts.refusal(Kind.INVALID, "stage-without-number"));
  }

  @Override
  public Optional<Document> kept(Unit unit, String number) {
    return registry.get(KnownStages.KIND, KnownStages.id(unit, number));
  }

  @Override
  public List<Standard> standards() {
    return Standards.ALL;
  }

  @Override
  public List<Parameter> parameters(String division) {
    rules(division);
    return judge.table(PackDescriptor.Kind.STAGE, division, today());
  }

  private Parameters rules(String division) {
    try {
      return judge.parameters(PackDescriptor.Kind.STAGE, division, today());
    } catch (PackException e) {
      throw Texts.refusal(Kind.UNAVAILABLE, "stage-rules-missing");
    }
  }

  private void ready() {
    if (!known.loaded() || !catalogue.loaded()) {
      throw Texts.refusal(Kind.UNAVAILABLE, "stage-registers-not-read").retryAfter(2);
    }
  }

  private LocalDate today() {
    return ChinaTime.day(clock.instant());
  }
}
