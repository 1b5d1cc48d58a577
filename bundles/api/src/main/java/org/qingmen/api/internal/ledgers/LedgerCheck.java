package org.qingmen.api.internal.ledgers;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Locale;
import org.qingmen.api.internal.queries.MaskedFiles;
import org.qingmen.security.Principal;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.supervision.ledgers.Checked;

/**
 * A check that can be asked over a period, as JSON and as a table.
 *
 * @param name last part of its address, and name of its sheet
 * @param period how long a period may be
 * @param columns what is shown of each row
 * @param reading how the rows are come by
 */
record LedgerCheck<T>(String name, Period period, Columns<T> columns, Reading<T> reading) {

  /** How a period is asked for. */
  @FunctionalInterface
  interface Period {
    Asked of(ContainerRequestContext request, Enterprises enterprises, UriInfo uri);
  }

  /** How the rows of an enterprise are read. */
  @FunctionalInterface
  interface Reading<T> {
    Checked<T> of(String enterprise, LocalDate from, LocalDate to);
  }

  JsonNode json(Asked asked, Locale locale) {
    return asked.named(CheckedAnswer.json(rows(asked), columns, locale));
  }

  Response table(MaskedFiles files, Principal caller, String format, Asked asked, Locale locale) {
    Columns<T> shown = files.masked(caller) ? columns.masked() : columns;
    return CheckedAnswer.table(files.sheets(caller), format, name, rows(asked), shown, locale);
  }

  private Checked<T> rows(Asked asked) {
    return reading.of(asked.enterprise(), asked.from(), asked.to());
  }
}
