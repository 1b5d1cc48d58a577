package org.qingmen.supervision.registers.internal.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.qingmen.office.Spreadsheets;
import org.qingmen.office.Spreadsheets.Format;
import org.qingmen.office.Spreadsheets.TableWriter;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.supervision.registers.Imports.Member;
import org.qingmen.supervision.registers.Imports.Preview;
import org.qingmen.supervision.registers.Imports.Row;
import org.qingmen.supervision.registers.Imports.State;
import org.qingmen.supervision.registers.internal.Texts;

/** The rejected rows as a table: mend them there and upload it again. */
final class RejectedSheet {

  private final Spreadsheets spreadsheets;
  private final Locale language;

  RejectedSheet(Spreadsheets spreadsheets, Locale language) {
    this.spreadsheets = spreadsheets;
    this.language = language;
  }

  byte[] write(Preview preview, Format format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Map<String, String> titles = titles(preview);
    int width = preview.columns().size();
    try (TableWriter table = spreadsheets.write(format, out, preview.kind().path())) {
      List<Object> heads = new ArrayList<>();
      preview.columns().forEach(column -> heads.add(column.header()));
      heads.add(Texts.text("import.row").in(language));
      heads.add(Texts.text("import.reasons").in(language));
      table.row(heads);
      for (Row row : preview.rows()) {
        if (row.state() == State.REJECTED) {
          List<Object> cells =
              new ArrayList<>(row.cells().subList(0, Math.min(width, row.cells().size())));
          while (cells.size() < width) {
            cells.add(null);
          }
          cells.add(row.number());
          cells.add(
              row.reasons().stream().map(f -> said(f, titles)).collect(Collectors.joining("; ")));
          table.row(cells);
        }
      }
    }
    return out.toByteArray();
  }

  private String said(Fault fault, Map<String, String> titles) {
    String title = titles.getOrDefault(fault.pointer(), fault.pointer());
    String message = fault.message().in(language);
    return title.isEmpty() ? message : title + ": " + message;
  }

  private Map<String, String> titles(Preview preview) {
    Map<String, String> titles = new HashMap<>();
    for (Member member : preview.members()) {
      titles.put("/" + member.path().replace('.', '/'), member.title().in(language));
    }
    return titles;
  }
}
