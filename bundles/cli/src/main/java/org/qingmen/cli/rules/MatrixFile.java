package org.qingmen.cli.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.engine.PackContent;
import org.qingmen.engine.PackContent.MatrixRow;

/** The matrix clause to rule to case as a file for people and one for spreadsheets. */
final class MatrixFile {

  private static final String STYLE =
      "body{font:14px/1.5 sans-serif;margin:2em}table{border-collapse:collapse;width:100%}"
          + "th,td{border:1px solid #bbb;padding:4px 8px;text-align:left;vertical-align:top}"
          + "th{background:#eee}.none{background:#fdd}.unverified{color:#a40}";

  private final Texts texts;
  private final StringBuilder html = new StringBuilder();
  private final List<String> csv = new ArrayList<>();

  MatrixFile(Texts texts) {
    this.texts = texts;
    csv.add(line(heads()));
  }

  private List<String> heads() {
    return List.of(
        texts.say("matrix-pack"),
        texts.say("matrix-clause"),
        texts.say("matrix-rule"),
        texts.say("matrix-code"),
        texts.say("matrix-case"),
        texts.say("matrix-verified"));
  }

  /** Adds a pack. */
  void add(PackContent content) {
    String id = content.descriptor().id() + " " + content.descriptor().version();
    html.append("<h2>").append(escaped(texts.say(content.descriptor().title()))).append(" — ");
    html.append(escaped(id)).append("</h2>\n<table><thead><tr>");
    heads().stream()
        .skip(1)
        .forEach(head -> html.append("<th>").append(escaped(head)).append("</th>"));
    html.append("</tr></thead><tbody>\n");
    for (MatrixRow row : content.matrix()) {
      html.append(row(row));
      List<String> cases = row.cases().isEmpty() ? List.of("") : row.cases();
      String verified = texts.say(row.verified() ? "yes" : "unverified");
      cases.forEach(
          one -> csv.add(line(List.of(id, row.clause(), row.rule(), row.code(), one, verified))));
    }
    html.append("</tbody></table>\n");
  }

  private String row(MatrixRow row) {
    StringBuilder cells = new StringBuilder(row.cases().isEmpty() ? "<tr class=none>" : "<tr>");
    for (String cell : List.of(row.clause(), row.rule(), row.code())) {
      cells.append("<td>").append(escaped(cell)).append("</td>");
    }
    cells.append("<td>");
    row.cases().forEach(one -> cells.append(escaped(one)).append("<br>"));
    if (row.cases().isEmpty()) {
      cells.append(escaped(texts.say("no-case")));
    }
    String mark = row.verified() ? "<td>" : "<td class=unverified>";
    return cells
        .append("</td>")
        .append(mark)
        .append(escaped(texts.say(row.verified() ? "yes" : "unverified")))
        .append("</td></tr>\n")
        .toString();
  }

  /** Writes a page that needs nothing else. */
  void writeHtml(Path file) throws IOException {
    String title = escaped(texts.say("matrix-title"));
    Files.writeString(
        file,
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>"
            + title
            + "</title><style>"
            + STYLE
            + "</style></head><body><h1>"
            + title
            + "</h1>\n"
            + html
            + "</body></html>\n");
  }

  /** Writes UTF-8 with a byte order mark, which spreadsheets need to read Chinese. */
  void writeCsv(Path file) throws IOException {
    Files.writeString(file, "\uFEFF" + String.join("\r\n", csv) + "\r\n");
  }

  private static String line(List<String> cells) {
    return String.join(",", cells.stream().map(MatrixFile::cell).toList());
  }

  /** Quoted, and never a formula. */
  private static String cell(String text) {
    String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
