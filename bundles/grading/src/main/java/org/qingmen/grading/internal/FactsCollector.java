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
    return enterprise(question).map(enterprise -> collect(question, enterprise));
  }

  private List<GradingFacts> collect(GradeQuestion question, Enterprise enterprise) {
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
    // An enterprise of no industry is asked about too: the answer then says that no pack grades it.
    List<String> industries =
        enterprise.industries().isEmpty() ? List.of("") : enterprise.industries();
    return industries.stream()
        .map(
            industry ->
                new GradingFacts(
                    enterprise,
                    industry,
                    question.from(),
                    question.to(),
                    inputs.trips(),
                    inputs.masses(),
                    inputs.roadTonnes(),
                    units,
                    state))
        .toList();
  }

  /** As it was registered at the end of the period; one registered later as it is now. */
  private Optional<Enterprise> enterprise(GradeQuestion question) {
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

  private static Enterprise read(Document document) {
    JsonNode body = Json.read(document);
    List<String> industries = new ArrayList<>();
    body.path("industries").forEach(industry -> industries.add(industry.path("code").asText()));
    return new Enterprise(
        document.id(),
        Json.text(body, "name"),
        document.division(),
        industries,
        Json.text(body, "declaredGrade"));
  }
}
