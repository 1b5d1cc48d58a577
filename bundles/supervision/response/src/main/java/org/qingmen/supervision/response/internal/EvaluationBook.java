package org.qingmen.supervision.response.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.Document;
import org.qingmen.store.DocumentCache;
import org.qingmen.store.Draft;
import org.qingmen.store.Registry;
import org.qingmen.supervision.control.EnterpriseView;
import org.qingmen.supervision.control.Episodes;
import org.qingmen.supervision.response.Question;
import org.qingmen.supervision.response.Ranked;
import org.qingmen.supervision.response.ResponseEvaluations;
import org.qingmen.supervision.response.Run;
import org.qingmen.supervision.response.Summary;

/** The evaluations, in the registry; their summaries in memory. */
@Component(service = ResponseEvaluations.class, immediate = true)
public final class EvaluationBook implements ResponseEvaluations {

  private static final Comparator<Summary> BEST_FIRST =
      Comparator.comparing(Summary::episode)
          .thenComparing(
              s -> -Findings.STRICTEST_FIRST.indexOf(s.verdict()), Comparator.naturalOrder())
          .thenComparing(Summary::forbidden)
          .thenComparing(s -> s.reduction() == null ? 0.0 : -s.reduction())
          .thenComparing(Summary::enterprise);

  private final Registry registry;
  private final AuditTrail audit;
  private final Episodes episodes;
  private final EnterpriseView enterprises;
  private final Evaluator evaluator;
  private final Clock clock;
  private final DocumentCache<Summary> summaries;
  private final Runs runs;

  /** Wired by the container. */
  @Activate
  public EvaluationBook(
      @Reference Registry registry,
      @Reference AuditTrail audit,
      @Reference Episodes episodes,
      @Reference EnterpriseView enterprises,
      @Reference Evaluator evaluator,
      @Reference org.qingmen.engine.Judge judge) {
    this(registry, audit, episodes, enterprises, evaluator, Clock.systemUTC());
    runs.watch(new EndedEpisodes(episodes, judge, clock));
  }

  EvaluationBook(
      Registry registry,
      AuditTrail audit,
      Episodes episodes,
      EnterpriseView enterprises,
      Evaluator evaluator,
      Clock clock) {
    this.registry = registry;
    this.audit = audit;
    this.episodes = episodes;
    this.enterprises = enterprises;
    this.evaluator = evaluator;
    this.clock = clock;
    summaries = new DocumentCache<>(registry, KIND, Summaries::read);
    runs = new Runs(registry, clock, this::concerned, this::evaluateOne);
  }

  @Deactivate
  void close() throws InterruptedException {
    runs.close();
    summaries.close();
  }

  @Override
  public Document evaluate(String enterprise, Question question, String actor) {
    Enterprise known =
        enterprises
            .find(enterprise)
            .orElseThrow(() -> Texts.refusal(Kind.NOT_FOUND, "unknown-enterprise", enterprise));
    Document stored = evaluateOne(known, question, actor);
    audit.append(actor, "response.evaluate", stored.id(), null);
    return stored;
  }

  @Override
  public Run evaluateAll(Question question, String actor) {
    span(question.episode());
    Run run = runs.start(question, actor);
    audit.append(actor, "response.evaluate-all", question.episode(), null);
    return run;
  }

  @Override
  public Optional<Run> run(String episode) {
    return runs.of(episode);
  }

  @Override
  public Optional<Document> get(String id) {
    return registry.get(KIND, id);
  }

  @Override
  public List<Document> history(String id) {
    return registry.history(KIND, id);
  }

  @Override
  public List<Ranked> ranking(String episode, String divisionPrefix, String enterprise) {
    List<Ranked> seen = new ArrayList<>();
    Summary before = null;
    int rank = 0;
    for (Summary line : whole(episode)) {
      rank = before != null && line.episode().equals(before.episode()) ? rank + 1 : 1;
      before = line;
      boolean within = divisionPrefix == null || line.division().startsWith(divisionPrefix);
      if (within && (enterprise == null || line.enterprise().equals(enterprise))) {
        seen.add(new Ranked(rank, line));
      }
    }
    return seen;
  }

  private List<Summary> whole(String episode) {
    return summaries.all().stream()
        .filter(line -> episode == null || line.episode().equals(episode))
        .sorted(BEST_FIRST)
        .toList();
  }

  private Document evaluateOne(Enterprise enterprise, Question question, String actor) {
    Instant now = clock.instant();
    EpisodeSpan span = span(question.episode());
    if (!span.holds(enterprise.division())) {
      throw Texts.refusal(Kind.INVALID, "outside-episode", enterprise.id(), span.id());
    }
    ObjectNode body = evaluator.evaluate(span, enterprise, question, now);
    String id = ResponseEvaluations.id(enterprise.id(), span.id());
    body.put("id", id);
    Draft draft = new Draft(KIND, id, enterprise.id(), enterprise.division(), body.toString());
    return registry.put(draft, actor);
  }

  private List<Enterprise> concerned(String episode) {
    EpisodeSpan span = span(episode);
    return enterprises.within("").stream().filter(e -> span.holds(e.division())).toList();
  }

  private EpisodeSpan span(String episode) {
    Document document =
        episodes
            .get(episode)
            .orElseThrow(() -> Texts.refusal(Kind.NOT_FOUND, "unknown-episode", episode));
    EpisodeSpan span = EpisodeSpan.of(document, clock.instant());
    if (span.from().isAfter(clock.instant()) || !span.to().isAfter(span.from())) {
      throw Texts.refusal(Kind.CONFLICT, "episode-not-begun", episode);
    }
    return span;
  }
}
