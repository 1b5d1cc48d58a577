package org.qingmen.grading.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qingmen.grading.GradeQuestion;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.facts.LedgerState;
import org.qingmen.spi.facts.SpurPlan;
import org.qingmen.spi.facts.UnitGroup;
import org.qingmen.store.Document;
import org.qingmen.store.GradingInputs;
import org.qingmen.store.Registry;
import org.qingmen.store.Statistics;

/** Gathers what a grade rests on, once for each industry of the enterprise. */
final class FactsCollector {

  private final Statistics statistics;
  private final Registry registry;
  private final LedgerStates ledgers;

  FactsCollector(Statistics statistics, Registry registry, LedgerStates ledgers) {
    this.statistics = statistics;
    this.registry = registry;
    this.ledgers = ledgers;
  }

  /** Empty when no such enterprise is registered. */
  Optional<List<GradingFacts>> collect(GradeQuestion question) {
    return enterprise(question).map(registered -> collect(question, registered));
  }

  /** An industry with its branch, empty when none is registered. */
  private record Industry(String code, String branch) {}

  /** An enterprise with its industries; never none of them. */
  private record Registered(Enterprise enterprise, List<Industry> industries) {}

  private List<GradingFacts> collect(GradeQuestion question, Registered registered) {
    Enterprise enterprise = registered.enterprise();
    GradingInputs inputs =
        statistics.gradingInputs(
            question.enterprise(), question.from(), question.to(), question.asOf());
    List<UnitGroup> units =
        new Units(registry, question.enterprise()).at(end(question), question.asOf());
    LedgerState state =
        new LedgerState(
            inputs.gatePassages(),
            ledgers.overdue(question.enterprise(), question.to(), question.asOf()),
            new AcceptanceState(registry).at(question.enterprise(), question.to(), end(question)));
    List<SpurPlan> spurs =
        new SpurPlans(registry).at(question.enterprise(), question.to(), end(question));
    return registered.industries().stream()
        .map(
            industry ->
                new GradingFacts(
                    enterprise,
                    industry.code(),
                    industry.branch(),
                    question.from(),
                    question.to(),
                    inputs.trips(),
                    inputs.masses(),
                    inputs.roadTonnes(),
                    units,
                    state,
                    spurs))
        .toList();
  }

  /** As it was registered at the end of the period; one registered later as it is now. */
  private Optional<Registered> enterprise(GradeQuestion question) {
    return registry
        .getAsOf("enterprise", question.enterprise(), end(question))
        .or(() -> registry.get("enterprise", question.enterprise()))
        .map(FactsCollector::read);
  }

  static Instant end(GradeQuestion question) {
    LocalDate next = question.to().plusDays(1);
    Instant end = ChinaTime.startOf(next).minusMillis(1);
    Instant asOf = question.asOf();
    return asOf != null && asOf.isBefore(end) ? asOf : end;
  }

  private static Registered read(Document document) {
    JsonNode body = Json.read(document);
    List<Industry> industries = new ArrayList<>();
    body.path("industries")
        .forEach(one -> industries.add(new Industry(one.path("code").asText(), branch(one))));
    Enterprise enterprise =
        new Enterprise(
            document.id(),
            Json.text(body, "name"),
            document.division(),
            industries.stream().map(Industry::code).toList(),
            Json.text(body, "declaredGrade"));
    // An enterprise of no industry is asked about too: the answer then says that no pack grades it.
    return new Registered(
        enterprise, industries.isEmpty() ? List.of(new Industry("", "")) : industries);
  }

  private static String branch(JsonNode industry) {
    return industry.path("branch").isTextual() ? industry.get("branch").asText() : "";
  }
}
