package org.qingmen.api.internal.stages;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.qingmen.api.internal.door.Query;
import org.qingmen.office.Spreadsheets.Format;

/** Files that are sent and answered. */
final class StageFiles {

  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private StageFiles() {}

  /** The form of an answer; null for JSON. */
  static Format format(String name, String value) {
    return switch (value == null ? "json" : value) {
      case "json" -> null;
      case "csv" -> Format.CSV;
      case "xlsx" -> Format.XLSX;
      default -> throw Query.bad(name, value);
    };
  }

  /** A file to be saved. */
  static Response answer(Format format, String name, StreamingOutput content) {
    String ending = format == Format.CSV ? "csv" : "xlsx";
    return Response.ok(content, format == Format.CSV ? "text/csv; charset=utf-8" : XLSX)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s.%s\"".formatted(name, ending))
        .build();
  }
}
