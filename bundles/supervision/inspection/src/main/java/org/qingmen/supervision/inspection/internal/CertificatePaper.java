package org.qingmen.supervision.inspection.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.office.Printing;

/** The certificate of the grade check (绩效分级核查结果). */
final class CertificatePaper {

  private final Printing printing;

  CertificatePaper(Printing printing) {
    this.printing = printing;
  }

  byte[] print(JsonNode details) {
    JsonNode certificate = details.path("certificate");
    Map<String, String> fields = new LinkedHashMap<>();
    field(fields, "enterprise", details.path("name").asText());
    field(fields, "code", details.path("enterprise").asText());
    field(fields, "declared", text(details.path("declaredGrade")));
    field(fields, "transport", transport(certificate));
    field(fields, "policy", text(certificate.path("policy")));
    field(fields, "verdict", Texts.name("verdict", details.at("/verdict/value").asText()));
    field(fields, "period", details.path("from").asText() + " 至 " + details.path("to").asText());
    field(fields, "issued", certificate.path("from").asText());
    field(
        fields,
        "valid",
        certificate.hasNonNull("to")
            ? Texts.zh("paper.valid-to", certificate.path("to").asText())
            : Texts.zh("paper.not-awarded"));
    field(fields, "verify", certificate.path("code").asText());
    return printing
        .begin(Texts.zh("paper.certificate.title"), Texts.zh("paper.footer"))
        .fields(fields)
        .paragraph(Texts.zh("paper.certificate.note", certificate.path("code").asText()))
        .signatures(List.of(Texts.zh("paper.sign.office")))
        .finish();
  }

  private static String transport(JsonNode certificate) {
    String grade = text(certificate.path("transportGrade"));
    boolean verified = certificate.path("gradeVerified").asBoolean();
    boolean complete = certificate.path("gradeComplete").asBoolean();
    return grade
        + (verified ? "" : Texts.zh("paper.unverified"))
        + (complete ? "" : Texts.zh("paper.incomplete"));
  }

  static void field(Map<String, String> fields, String key, String value) {
    fields.put(Texts.zh("paper.field." + key), value);
  }

  static String text(JsonNode value) {
    return value.isTextual() && !value.asText().isEmpty() ? value.asText() : "—";
  }
}
