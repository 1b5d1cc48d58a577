package org.qingmen.supervision.response.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.engine.Judge;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.Parameters;
import org.qingmen.spi.intake.InForce;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.store.EnterpriseDays;
import org.qingmen.store.EnterpriseDays.DayTraffic;
import org.qingmen.store.EnterpriseDays.Movement;
import org.qingmen.store.GateHistory;
import org.qingmen.store.Registry;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.control.Baselines;
import org.qingmen.supervision.response.Question;

/** Counts what an alert changed at one enterprise and asks the rules whether it was enough. */
@Component(service = Evaluator.class)
public final class Evaluator {

  /** Seeds that every reader of JSON keeps whole. */
  private static final long MOST_SEED = 1L << 53;

  private final EnterpriseDays days;
  private final Baselines baselines;
  private final InForce inForce;
  private final GateHistory gates;
  private final Registry registry;
  private final Journal journal;
  private final Judge judge;
  private final SecureRandom random = new SecureRandom();

  /** Wired by the container. */
  @Activate
  public Evaluator(
      @Reference EnterpriseDays days,
      @Reference Baselines baselines,
      @Reference InForce inForce,
      @Reference GateHistory gates,
      @Reference Registry registry,
      @Reference Journal journal,
      @Reference Judge judge) {
    this.days = days;
    this.baselines = baselines;
    this.inForce = inForce;
    this.gates = gates;
    this.registry = registry;
    this.journal = journal;
    this.judge = judge;
  }

  /** The body of an evaluation. */
  ObjectNode evaluate(EpisodeSpan span, Enterprise enterprise, Question question, Instant now) {
    List<LocalDate> touched = span.touchedDays();
    Parameters parameters =
        judge.parameters(
            PackDescriptor.Kind.RESPONSE, enterprise.division(), touched.get(touched.size() - 1));
    Figures figures =
        figures(span, enterprise, normalDays(span, enterprise, question, parameters), now);
    ObjectNode body = StoredJson.object();
    figures.write(body);
    int most = (int) parameters.number("evidence.most");
    List<Movement> forbidden = ForbiddenTrips.among(figures.movements());
    body.set("forbidden", new ForbiddenTrips(journal, most).describe(forbidden));
    new Findings(judge, figures).write(body);
    ((ObjectNode) body.get("emissions"))
        .put("tripKm", parameters.number("trip.km"))
        .put("days", figures.alert().days().size());
    return body.put("at", now.toString());
  }

  private Figures figures(EpisodeSpan span, Enterprise enterprise, NormalDays normal, Instant now) {
    List<LocalDate> touched = span.touchedDays();
    LocalDate last = touched.get(touched.size() - 1);
    LocalDate first = normal.days().isEmpty() ? touched.get(0) : normal.days().get(0);
    List<DayTraffic> traffic = days.traffic(enterprise.id(), first, last);
    List<LocalDate> compared = span.wholeDays().isEmpty() ? touched : span.wholeDays();
    Demands demands = Demands.of(inForce, enterprise, span.moments());
    return new Figures(
        span,
        enterprise,
        normal,
        DayMeans.of(normal.days(), traffic),
        DayMeans.of(compared, traffic),
        traffic,
        days.movements(enterprise.id(), span.from(), span.to()),
        demands,
        OfflineHours.of(gates, enterprise.id(), compared),
        Units.of(registry, enterprise.id(), now, demands.machineStage()));
  }

  private NormalDays normalDays(
      EpisodeSpan span, Enterprise enterprise, Question question, Parameters parameters) {
    List<LocalDate> candidates =
        new ArrayList<>(baselines.of(enterprise.id(), span.touchedDays().get(0)).days());
    candidates.sort(null);
    String mode =
        question.normalDays() == null ? parameters.text("normal-days.mode") : question.normalDays();
    if (!"sample".equals(mode)) {
      return NormalDays.all(List.copyOf(candidates));
    }
    int size =
        question.sampleSize() == null
            ? (int) parameters.number("normal-days.sample")
            : question.sampleSize();
    long seed = question.seed() == null ? random.nextLong(MOST_SEED) : question.seed();
    return NormalDays.sample(List.copyOf(candidates), size, seed);
  }
}
