package org.qingmen.api.internal.queries;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Query;
import org.qingmen.security.Principal;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.Period;

/** Reads what statistics somebody asks for. */
@Component(service = StatisticsQuestions.class)
public final class StatisticsQuestions {

  private final Enterprises enterprises;

  @Activate
  public StatisticsQuestions(@Reference Enterprises enterprises) {
    this.enterprises = enterprises;
  }

  StatisticsQuestion of(Principal caller, MultivaluedMap<String, String> query) {
    Parameters given = new Parameters(query, StatisticsQuestion.NAMES);
    LocalDate from = Query.requiredDay("from", given.text("from"));
    LocalDate to = Query.requiredDay("to", given.text("to"));
    if (to.isBefore(from)) {
      throw Query.bad("to", to.toString());
    }
    return new StatisticsQuestion(
        StatisticsQuestion.Metric.of(given.text("metric")),
        StatisticsQuestion.groups(given.text("group")),
        new Period(from, to),
        StatisticsQuestion.comparison(given.text("compare")),
        Scopes.division(caller, given.text("division")),
        Callers.narrowed(caller, enterprises, given.text("enterprise")));
  }
}
