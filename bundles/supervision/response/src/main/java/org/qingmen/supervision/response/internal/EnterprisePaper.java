package org.qingmen.supervision.response.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.office.Printing;
import org.qingmen.office.Report;
import org.qingmen.store.Document;
import org.qingmen.store.StoredJson;

/** The printed evaluation of one enterprise. */
final class EnterprisePaper {

  private static final int MINUTE = 16;
  private static final int REASON = 10;

  private final Printing printing;
  private final Document document;
  private final JsonNode body;

  EnterprisePaper(Printing printing, Document document) {
    this.printing = printing;
    this.document = document;
    this.body = StoredJson.read(document.body());
  }

  byte[] print() {
    String title = PaperTexts.of("enterprise-title", body.path("name").asText());
    Report report = printing.begin(title, PaperTexts.of("footer"));
    report.heading(1, title);
    report.fields(head());
    report.heading(2, PaperTexts.of("verdict"));
    report.paragraph(PaperTexts.verdict(body.path("verdict").asText()));
    body.path("reasons").forEach(reason -> report.paragraph("· " + said(reason)));
    body.path("remarks").forEach(remark -> report.paragraph("· " + remark.path("zh").asText()));
    report.heading(2, PaperTexts.of("traffic"));
    report.fields(traffic());
    report.table(heads("stage", "fuel", "normal", "alert"), kinds(), 3, 3, 2, 2);
    report.heading(2, PaperTexts.of("demands"));
    demands(report);
    report.heading(2, PaperTexts.of("forbidden", body.at("/forbidden/trips").asInt()));
    evidence(report);
    report.heading(2, PaperTexts.of("parameters"));
    report.paragraph(PaperTexts.of("estimate"));
    report.table(heads("parameter", "value", "source", "verified"), parameters(), 5, 2, 5, 2);
    report.paragraph(PaperTexts.of("hash", body.at("/judgement/hash").asText("—")));
    return report
        .signatures(List.of(PaperTexts.of("sign.author"), PaperTexts.of("sign.enterprise")))
        .finish();
  }

  private Map<String, String> head() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(PaperTexts.of("head.enterprise"), body.path("name").asText());
    fields.put(PaperTexts.of("head.code"), body.path("enterprise").asText());
    fields.put(PaperTexts.of("head.division"), body.path("division").asText());
    fields.put(PaperTexts.of("head.grade"), body.path("declaredGrade").asText("—"));
    fields.put(PaperTexts.of("head.episode"), body.path("episodeTitle").asText());
    fields.put(PaperTexts.of("head.level"), PaperTexts.level(body.path("level").asText()));
    fields.put(
        PaperTexts.of("head.period"), minute(body.path("from")) + " — " + minute(body.path("to")));
    fields.put(PaperTexts.of("head.version"), document.version() + "（" + document.author() + "）");
    return fields;
  }

  private Map<String, String> traffic() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(PaperTexts.of("normal-days"), days("/normal/days"));
    if (body.at("/normal/seed").isTextual()) {
      fields.put(PaperTexts.of("seed"), body.at("/normal/seed").asText());
    }
    fields.put(PaperTexts.of("alert-days"), days("/alert/days"));
    fields.put(PaperTexts.of("head.normal"), number("/normal/trips"));
    fields.put(PaperTexts.of("head.alert"), number("/alert/trips"));
    fields.put(PaperTexts.of("head.reduction"), PaperTexts.percent(value("/reduction")));
    fields.put(PaperTexts.of("normal-heavy"), number("/normal/heavyTrips"));
    fields.put(PaperTexts.of("alert-heavy"), number("/alert/heavyTrips"));
    fields.put(PaperTexts.of("head.offline"), number("/offline/hours"));
    fields.put(PaperTexts.of("head.nox"), number("/emissions/nox"));
    fields.put(PaperTexts.of("head.pm"), number("/emissions/pm"));
    return fields;
  }

  private List<List<String>> kinds() {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode kind : body.path("byStage")) {
      rows.add(
          List.of(
              PaperTexts.stage(kind.path("stage").asText()),
              PaperTexts.of("fuel." + kind.path("fuel").asText()),
              PaperTexts.number(kind.path("normal").asDouble()),
              PaperTexts.number(kind.path("alert").asDouble())));
    }
    return rows;
  }

  private void demands(Report report) {
    if (body.path("controls").isEmpty()) {
      report.paragraph(PaperTexts.of("nothing-forced"));
    }
    body.path("controls")
        .forEach(
            control ->
                report.paragraph(
                    "· "
                        + control.path("title").asText()
                        + "（"
                        + control.path("id").asText()
                        + "）"));
    JsonNode stop = body.at("/units/machinesToStop");
    if (!stop.isEmpty()) {
      List<String> codes = new ArrayList<>();
      stop.forEach(code -> codes.add(code.asText()));
      report.paragraph(PaperTexts.of("machines", String.join("、", codes)));
    }
  }

  private void evidence(Report report) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode trip : body.at("/forbidden/evidence")) {
      List<String> why = new ArrayList<>();
      trip.path("reasons").forEach(reason -> why.add(reason.path("zh").asText()));
      rows.add(
          List.of(
              minute(trip.path("time")),
              trip.path("plate").asText("—"),
              PaperTexts.stage(trip.path("stage").asText()),
              String.join("；", why),
              trip.path("receipt").asText()));
    }
    if (rows.isEmpty()) {
      report.paragraph(PaperTexts.of("no-forbidden"));
    } else {
      report.table(heads("time", "plate", "stage", "reason", "receipt"), rows, 4, 3, 2, REASON, 6);
    }
  }

  private List<List<String>> parameters() {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode parameter : body.at("/judgement/parameters")) {
      rows.add(
          List.of(
              parameter.path("clause").asText(),
              parameter.path("value").asText(),
              parameter.path("source").asText(),
              PaperTexts.of(parameter.path("verified").asBoolean() ? "verified" : "unverified")));
    }
    return rows;
  }

  private static List<String> heads(String... names) {
    return java.util.Arrays.stream(names).map(name -> PaperTexts.of("head." + name)).toList();
  }

  private static String said(JsonNode reason) {
    return reason.path("zh").asText() + "（" + reason.path("clause").asText() + "）";
  }

  private String days(String pointer) {
    List<String> days = new ArrayList<>();
    body.at(pointer).forEach(day -> days.add(day.asText()));
    return days.isEmpty() ? "—" : PaperTexts.of("days", days.size(), String.join("、", days));
  }

  private Double value(String pointer) {
    return body.at(pointer).isNumber() ? body.at(pointer).asDouble() : null;
  }

  private String number(String pointer) {
    return PaperTexts.number(value(pointer));
  }

  private static String minute(JsonNode time) {
    String text = time.asText();
    return text.length() < MINUTE ? text : text.substring(0, MINUTE).replace('T', ' ');
  }
}
