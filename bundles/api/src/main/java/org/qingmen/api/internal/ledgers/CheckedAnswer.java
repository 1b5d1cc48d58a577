package org.qingmen.api.internal.ledgers;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Query;
import org.qingmen.api.internal.queries.Labels;
import org.qingmen.engine.PackRef;
import org.qingmen.office.Spreadsheets;
import org.qingmen.office.Spreadsheets.Format;
import org.qingmen.spi.intake.PassageAnswer.Finding;
import org.qingmen.spi.pack.Parameter;
import org.qingmen.spi.refusal.RefusalTexts;
import org.qingmen.supervision.ledgers.Checked;

/** Checked rows as JSON and as tables. */
final class CheckedAnswer {

  private static final RefusalTexts TEXTS = RefusalTexts.beside(CheckedAnswer.class);

  private CheckedAnswer() {}

  static <T> ObjectNode json(Checked<T> checked, Columns<T> columns, Locale locale) {
    ObjectNode answer = Json.object();
    ArrayNode items = answer.putArray("items");
    for (Checked.Row<T> row : checked.rows()) {
      ObjectNode item = items.addObject();
      columns.write(item, row.value());
      item.put("light", checked.packs().isEmpty() ? "grey" : row.light());
      ArrayNode findings = item.putArray("findings");
      row.findings().forEach(finding -> finding(findings.addObject(), finding, locale));
    }
    answer.put("verified", checked.verified());
    ArrayNode parameters = answer.putArray("parameters");
    checked.parameters().forEach(parameter -> parameter(parameters.addObject(), parameter));
    ArrayNode packs = answer.putArray("packs");
    for (PackRef pack : checked.packs()) {
      packs
          .addObject()
          .put("id", pack.id())
          .put("version", pack.version())
          .put("hash", pack.hash());
    }
    return answer;
  }

  /** A spreadsheet, written while it is sent. */
  static <T> Response table(
      Spreadsheets sheets,
      String format,
      String name,
      Checked<T> checked,
      Columns<T> columns,
      Locale locale) {
    Format wanted = format(format);
    StreamingOutput out =
        stream -> {
          try (var table = sheets.write(wanted, stream, TEXTS.text("sheet." + name).in(locale))) {
            table.row(head(columns, locale));
            for (Checked.Row<T> row : checked.rows()) {
              table.row(cells(columns, row, locale));
            }
          }
        };
    String type =
        wanted == Format.CSV
            ? "text/csv; charset=utf-8"
            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return Response.ok(out, type)
        .header("Content-Disposition", "attachment; filename=\"" + name + "." + format + "\"")
        .build();
  }

  /** The format of an export by its ending. */
  static Format format(String format) {
    return switch (format) {
      case "csv" -> Format.CSV;
      case "xlsx" -> Format.XLSX;
      default -> throw Query.bad("format", format);
    };
  }

  private static <T> List<Object> head(Columns<T> columns, Locale locale) {
    List<Object> head = new ArrayList<>();
    columns.names().forEach(name -> head.add(TEXTS.text("column." + name).in(locale)));
    head.add(TEXTS.text("column.light").in(locale));
    head.add(TEXTS.text("column.findings").in(locale));
    return head;
  }

  private static <T> List<Object> cells(Columns<T> columns, Checked.Row<T> row, Locale locale) {
    List<Object> cells = columns.cells(row.value(), Labels.in(locale));
    cells.add(TEXTS.text("light." + row.light()).in(locale));
    cells.add(String.join("; ", row.findings().stream().map(f -> f.message().in(locale)).toList()));
    return cells;
  }

  private static void finding(ObjectNode json, Finding finding, Locale locale) {
    json.put("code", finding.code()).put("severity", finding.severity().code());
    json.put("message", finding.message().in(locale));
  }

  private static void parameter(ObjectNode json, Parameter parameter) {
    json.put("name", parameter.name()).put("value", String.valueOf(parameter.value()));
    json.put("clause", parameter.clause()).put("source", parameter.source());
    json.put("verified", parameter.verified());
  }
}
