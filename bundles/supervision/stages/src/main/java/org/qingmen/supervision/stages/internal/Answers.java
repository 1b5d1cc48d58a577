package org.qingmen.supervision.stages.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.qingmen.engine.Judgement;
import org.qingmen.engine.Judgement.Conclusion;
import org.qingmen.model.Coded;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Severity;
import org.qingmen.spi.intake.PassageAnswer.Finding;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.stages.Determination;
import org.qingmen.supervision.stages.Determination.Basis;
import org.qingmen.supervision.stages.StageQuestion;

/** Reads a determination from what the rules concluded, and writes it for the register. */
final class Answers {

  private static final String PREFIX = "stage.";

  private Answers() {}

  /** The stronger evidence spoke last; the first of the basis is the one that decided. */
  static Determination of(Judgement judgement, LocalDate today) {
    List<Basis> basis = new ArrayList<>();
    for (Conclusion one : judgement.all("stage")) {
      Basis found = basis(one, judgement, today);
      if (!basis.contains(found)) {
        basis.add(found);
      }
    }
    Collections.reverse(basis);
    if (basis.size() > 1) {
      basis.removeIf(one -> one.stage() == EmissionStage.NONE);
    }
    EmissionStage stage = basis.isEmpty() ? EmissionStage.NONE : basis.get(0).stage();
    boolean suspicious =
        judgement.findings().stream()
            .anyMatch(one -> one.severity().compareTo(Severity.SUSPICIOUS) >= 0);
    return new Determination(
        stage, basis, suspicious, judgement.findings(), judgement.verified(), judgement.document());
  }

  private static Basis basis(Conclusion one, Judgement judgement, LocalDate today) {
    Optional<String> asOf =
        judgement.all("as-of").stream()
            .filter(other -> other.rule().equals(one.rule()))
            .map(other -> other.value().toString())
            .filter(text -> !text.isEmpty())
            .findFirst();
    EmissionStage stage =
        Coded.of(EmissionStage.class, one.value().toString()).orElse(EmissionStage.NONE);
    String kind =
        one.code().startsWith(PREFIX) ? one.code().substring(PREFIX.length()) : one.code();
    return new Basis(kind, one.message(), asOf.orElse(today.toString()), stage, one.clause());
  }

  /** What is kept of a determination, its proof included. */
  static ObjectNode json(StageQuestion asked, Determination answer, LocalDate today) {
    ObjectNode json = StoredJson.object();
    json.put("stage", answer.stage().code()).put("asOf", today.toString());
    json.put("suspicious", answer.suspicious());
    json.put("verified", answer.verified());
    json.set("basis", basis(answer));
    ArrayNode findings = json.putArray("findings");
    for (Finding finding : answer.findings()) {
      findings
          .addObject()
          .put("code", finding.code())
          .put("severity", finding.severity().code())
          .put("field", finding.field())
          .put("zh", finding.message().zh())
          .put("en", finding.message().en());
    }
    json.put("vin", asked.vin()).put("model", asked.model());
    json.put("document", new String(answer.document(), StandardCharsets.UTF_8));
    return json;
  }

  private static ArrayNode basis(Determination answer) {
    ArrayNode basis = StoredJson.object().arrayNode();
    for (Basis one : answer.basis()) {
      basis
          .addObject()
          .put("kind", one.kind())
          .put("zh", one.text().zh())
          .put("en", one.text().en())
          .put("asOf", one.asOf())
          .put("stage", one.stage().code());
    }
    return basis;
  }

  /** The register's document of a vehicle with the stage and what it rests on. */
  static String vehicle(
      String present, String vin, StageQuestion asked, Determination answer, LocalDate today) {
    ObjectNode body = read(present);
    body.put("vin", vin);
    fill(body, "engine", asked.engine());
    fill(body, "plate", asked.plate());
    fill(body, "colour", asked.colour() == null ? null : asked.colour().code());
    fill(body, "type", asked.type());
    fill(body, "model", asked.model());
    fill(body, "fuel", asked.fuel() == null ? null : asked.fuel().code());
    fill(body, "registered", asked.registered() == null ? null : asked.registered().toString());
    body.put("stage", answer.stage().code()).put("stageAsOf", today.toString());
    body.put("stageSuspicious", answer.suspicious());
    body.set("stageBasis", basis(answer));
    return body.toString();
  }

  /** What an officer entered is not overwritten by what somebody asked with. */
  private static void fill(ObjectNode body, String name, String value) {
    if (value != null && !body.hasNonNull(name)) {
      body.put(name, value);
    }
  }

  private static ObjectNode read(String present) {
    return (ObjectNode) StoredJson.read(present);
  }
}
