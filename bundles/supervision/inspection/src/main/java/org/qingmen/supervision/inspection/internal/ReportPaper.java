package org.qingmen.supervision.inspection.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.office.Printing;
import org.qingmen.office.Report;
import org.qingmen.spi.intake.ObjectStore;

/** The report of a verification (核查报告). */
final class ReportPaper {

  private final Printing printing;
  private final ObjectStore objects;
  private final Limits limits;

  ReportPaper(Printing printing, ObjectStore objects, Limits limits) {
    this.printing = printing;
    this.objects = objects;
    this.limits = limits;
  }

  byte[] print(JsonNode details) {
    Report report =
        printing
            .begin(Texts.zh("paper.report.title"), Texts.zh("paper.footer"))
            .fields(head(details));
    for (String of : List.of("ledger", "gate", "days", "video")) {
      section(report, details, of);
    }
    report.heading(1, Texts.zh("paper.verdict"));
    report.paragraph(Texts.name("verdict", details.at("/verdict/value").asText()));
    report.paragraph(details.at("/verdict/message/zh").asText());
    report.heading(1, Texts.zh("paper.rules")).paragraph(Texts.zh("paper.rules.note"));
    report.table(
        List.of(Texts.zh("paper.rule"), Texts.zh("paper.value"), Texts.zh("paper.source")),
        parameters(),
        5,
        2,
        4);
    photos(report, details);
    return report
        .signatures(
            List.of(
                Texts.zh("paper.sign.inspector"),
                Texts.zh("paper.sign.enterprise"),
                Texts.zh("paper.sign.office")))
        .finish();
  }

  private static Map<String, String> head(JsonNode details) {
    Map<String, String> fields = new LinkedHashMap<>();
    CertificatePaper.field(fields, "enterprise", details.path("name").asText());
    CertificatePaper.field(fields, "code", details.path("enterprise").asText());
    CertificatePaper.field(
        fields, "declared", CertificatePaper.text(details.path("declaredGrade")));
    CertificatePaper.field(
        fields, "period", details.path("from").asText() + " 至 " + details.path("to").asText());
    CertificatePaper.field(
        fields,
        "draw",
        Texts.zh(
            "paper.draw",
            details.path("seed").asText(),
            details.path("position").asText(),
            ItemWording.time(details.path("drawnAt").asText())));
    CertificatePaper.field(fields, "inspector", ItemWording.who(details.path("signedBy").asText()));
    CertificatePaper.field(fields, "signed", ItemWording.time(details.path("signedAt").asText()));
    return fields;
  }

  private static void section(Report report, JsonNode details, String of) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode item : details.path("items")) {
      if (item.path("of").asText().equals(of)) {
        rows.add(
            List.of(
                item.path("no").asText(),
                ItemWording.subject(item),
                ItemWording.found(item),
                Texts.name("result", item.at("/finding/verdict/value").asText())));
      }
    }
    report.heading(1, Texts.zh("paper.section." + of));
    if (rows.isEmpty()) {
      report.paragraph(Texts.zh("paper.nothing"));
      return;
    }
    List<String> head =
        List.of(
            Texts.zh("paper.no"),
            Texts.zh("paper.subject"),
            Texts.zh("paper.found"),
            Texts.zh("paper.result"));
    report.table(head, rows, 1, 5, 6, 2);
  }

  private List<List<String>> parameters() {
    return limits.table().stream()
        .filter(one -> one.value() != null && !one.name().startsWith("ledger."))
        .map(
            one ->
                List.of(
                    one.clause(),
                    one.value().toString(),
                    one.source() + (one.verified() ? "" : Texts.zh("paper.unverified"))))
        .toList();
  }

  private void photos(Report report, JsonNode details) {
    boolean first = true;
    for (JsonNode item : details.path("items")) {
      for (JsonNode photo : item.at("/finding/photos")) {
        byte[] image = photo(photo.asText());
        if (image != null) {
          report = first ? report.heading(1, Texts.zh("paper.photos")) : report;
          first = false;
          report.picture(image, item.path("no").asText());
        }
      }
    }
  }

  /** Null when it is not here or broken: the hash in the finding still says which one it was. */
  private byte[] photo(String hash) {
    try {
      return objects.get(hash).orElse(null);
    } catch (IOException e) {
      throw new UncheckedIOException("a photo cannot be read", e);
    }
  }
}
