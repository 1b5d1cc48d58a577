package org.qingmen.supervision.inspection.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.qingmen.model.ChinaTime;
import org.qingmen.model.Receipt;
import org.qingmen.office.Printing;
import org.qingmen.spi.intake.ObjectStore;
import org.qingmen.spi.trust.ServerSeal;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.inspection.Verifications.TransportGrade;

/** Issues signed papers, keeps them, and tells whether a paper is one of them. */
final class Papers {

  private static final int CODE_LENGTH = 16;

  private final Printing printing;
  private final ObjectStore objects;
  private final ServerSeal seal;

  Papers(Printing printing, ObjectStore objects, ServerSeal seal) {
    this.printing = printing;
    this.objects = objects;
    this.seal = seal;
  }

  /** Members that a verification gets by being signed. */
  ObjectNode issue(
      ObjectNode details, TransportGrade grade, Limits limits, Instant now, String actor) {
    ObjectNode signed = StoredJson.object();
    signed.put("signedAt", now.toString()).put("signedBy", actor);
    ObjectNode certificate = signed.putObject("certificate");
    LocalDate day = ChinaTime.day(now);
    boolean passed = details.at("/verdict/value").asText().equals("passed");
    certificate.put(
        "code",
        code(
            details.path("id").asText(),
            seal.sign(details.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    certificate.put("from", day.toString());
    certificate.put(
        "to", passed ? day.plusMonths(limits.number("certificate.months")).toString() : null);
    certificate.put("transportGrade", grade.grade()).put("policy", grade.policy());
    certificate.put("gradeVerified", grade.verified()).put("gradeComplete", grade.complete());
    certificate.put("gradeDecision", grade.decision());
    details.setAll(signed);
    ObjectNode papers = signed.putObject("papers");
    papers.set("report", kept(new ReportPaper(printing, objects, limits).print(details)));
    papers.set("certificate", kept(new CertificatePaper(printing).print(details)));
    return signed;
  }

  Optional<byte[]> read(JsonNode paper) {
    try {
      return paper.hasNonNull("sha256")
          ? objects.get(paper.path("sha256").asText())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("a signed paper cannot be read", e);
    }
  }

  /** Whether a PDF is a paper of ours; who, when and about whom. */
  ObjectNode verify(byte[] pdf, Function<String, Optional<ObjectNode>> holding) {
    String hash = HexFormat.of().formatHex(Ranking.sha256(pdf));
    ObjectNode answer = StoredJson.object().put("sha256", hash);
    Optional<ObjectNode> found = holding.apply(hash);
    Optional<String> name =
        found.flatMap(
            body ->
                java.util.stream.Stream.of("report", "certificate")
                    .filter(one -> body.at("/papers/" + one + "/sha256").asText().equals(hash))
                    .findFirst());
    boolean valid =
        name.isPresent()
            && seal.signed(pdf, found.get().at("/papers/" + name.get() + "/signature").asText());
    answer.put("valid", valid);
    if (valid) {
      ObjectNode body = found.get();
      answer.put("paper", name.get()).put("verification", body.path("id").asText());
      answer.put("enterprise", body.path("enterprise").asText());
      answer.put("name", body.path("name").asText());
      answer.put("signedAt", body.path("signedAt").asText());
      answer.put("signedBy", body.path("signedBy").asText());
      answer.put("publicKey", seal.publicKey());
    }
    return answer;
  }

  /** What is told of a certificate to whoever has its code. */
  ObjectNode told(ObjectNode body, Instant now) {
    JsonNode certificate = body.path("certificate");
    ObjectNode told = StoredJson.object();
    told.setAll((ObjectNode) certificate);
    told.put("enterprise", body.path("enterprise").asText())
        .put("name", body.path("name").asText());
    told.put("declaredGrade", body.path("declaredGrade").textValue());
    told.put("verdict", body.at("/verdict/value").asText());
    told.put("signedAt", body.path("signedAt").asText());
    String today = ChinaTime.day(now).toString();
    boolean over =
        certificate.hasNonNull("to") && certificate.path("to").asText().compareTo(today) < 0;
    told.put("state", !certificate.hasNonNull("to") ? "not-awarded" : over ? "expired" : "valid");
    return told;
  }

  private ObjectNode kept(byte[] pdf) {
    try {
      ObjectNode paper = StoredJson.object().put("sha256", objects.put(pdf));
      return paper.put("signature", seal.sign(pdf)).put("publicKey", seal.publicKey());
    } catch (IOException e) {
      throw new UncheckedIOException("the paper cannot be kept", e);
    }
  }

  /** Cannot be guessed, because nobody else makes the signature. */
  private static String code(String id, String signature) {
    return Receipt.of(id, signature).value().substring(0, CODE_LENGTH);
  }
}
