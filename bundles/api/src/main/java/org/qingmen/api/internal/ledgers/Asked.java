package org.qingmen.api.internal.ledgers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.door.Query;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Kind;

/** An enterprise and the days that are asked for, within bounds that keep an answer quick. */
record Asked(String enterprise, LocalDate from, LocalDate to) {

  private static final int MONTHS = 92;
  private static final int DAYS = 7;

  /** Days of at most three months. */
  static Asked ofMonths(ContainerRequestContext request, Enterprises enterprises, UriInfo uri) {
    return of(request, enterprises, uri, MONTHS);
  }

  /** At most a week: every vehicle is a row. */
  static Asked ofDays(ContainerRequestContext request, Enterprises enterprises, UriInfo uri) {
    return of(request, enterprises, uri, DAYS);
  }

  /** The enterprise that is asked for: one must be named, except by its own people. */
  static String enterprise(ContainerRequestContext request, Enterprises enterprises, UriInfo uri) {
    String named = uri.getQueryParameters().getFirst("enterprise");
    String enterprise = Callers.narrowed(Callers.of(request), enterprises, named);
    if (enterprise == null) {
      throw Query.bad("enterprise", "");
    }
    return enterprise;
  }

  private static Asked of(
      ContainerRequestContext request, Enterprises enterprises, UriInfo uri, int most) {
    String enterprise = enterprise(request, enterprises, uri);
    LocalDate from = Query.requiredDay("from", uri.getQueryParameters().getFirst("from"));
    LocalDate to = Query.requiredDay("to", uri.getQueryParameters().getFirst("to"));
    if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= most) {
      throw Problems.refusal(Kind.INVALID, "bad-span", from.toString(), to.toString(), most);
    }
    return new Asked(enterprise, from, to);
  }

  ObjectNode named(ObjectNode json) {
    return json.put("enterprise", enterprise).put("from", from.toString()).put("to", to.toString());
  }
}
