package org.qingmen.engine.internal.decide;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.qingmen.engine.Decider.Occasion;
import org.qingmen.engine.Judgement.Conclusion;
import org.qingmen.engine.Matter;
import org.qingmen.engine.PackRef;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.json.CanonicalWriter;
import org.qingmen.engine.internal.json.FactsWriter;
import org.qingmen.engine.internal.json.Hashes;
import org.qingmen.engine.internal.json.MatterWriter;
import org.qingmen.engine.internal.pack.RuleMeta;
import org.qingmen.model.Verdict;
import org.qingmen.spi.intake.PassageAnswer.Finding;
import org.qingmen.spi.pack.Parameter;

/** Writes decision documents, canonical and with their hashes. */
final class DecisionWriter {

  private final List<CompiledPack> packs;
  private final List<RuleMeta> fired;
  private final Collection<Parameter> parameters;
  private final LocalDate day;

  DecisionWriter(
      List<CompiledPack> packs,
      List<RuleMeta> fired,
      Collection<Parameter> parameters,
      LocalDate day) {
    this.packs = packs;
    this.fired = fired;
    this.parameters = parameters;
    this.day = day;
  }

  /**
   * What a passage's document holds beside rules, parameters and packs.
   *
   * @param before findings made without a rule
   */
  record PassageParts(
      Occasion occasion,
      String receipt,
      String contentHash,
      Verdict verdict,
      List<Said> said,
      List<Finding> before,
      byte[] facts) {}

  /** Document of a passage or gate check. */
  byte[] passage(PassageParts parts) {
    CanonicalWriter head = new CanonicalWriter(4096).open();
    head.member("contentHash", parts.contentHash()).key("facts").raw(parts.facts());
    head.member("factsHash", Hashes.sha256(parts.facts()));
    head.key("findings").openArray();
    parts.before().forEach(finding -> FactsWriter.finding(head, finding, null));
    parts.said().stream().filter(one -> one.verdict() == null).forEach(one -> finding(head, one));
    head.closeArray();
    CanonicalWriter tail = new CanonicalWriter(2048);
    String kind = parts.occasion() == Occasion.GATE_CHECK ? "gate-check" : "passage";
    tail.member("kind", kind);
    common(tail);
    tail.key("reasons").openArray();
    parts.said().stream().filter(one -> one.verdict() != null).forEach(one -> reason(tail, one));
    tail.closeArray().member("receipt", parts.receipt());
    rules(tail);
    tail.member("verdict", parts.verdict().code()).close();
    return seal(head, tail);
  }

  /** Document of a grade. */
  byte[] grade(byte[] facts, byte[] result) {
    CanonicalWriter head = new CanonicalWriter(4096).open();
    head.key("facts").raw(facts).member("factsHash", Hashes.sha256(facts));
    CanonicalWriter tail = new CanonicalWriter(2048);
    tail.member("kind", "grade");
    common(tail);
    tail.key("result").raw(result);
    rules(tail);
    tail.close();
    return seal(head, tail);
  }

  /** Document of a judgement. */
  byte[] judgement(Matter matter, List<JudgementBook.Found> found, List<Conclusion> conclusions) {
    byte[] facts = MatterWriter.facts(matter);
    CanonicalWriter head = new CanonicalWriter(4096).open();
    head.key("conclusions").openArray();
    conclusions.forEach(one -> MatterWriter.conclusion(head, one));
    head.closeArray().member("division", matter.division()).key("facts").raw(facts);
    head.member("factsHash", Hashes.sha256(facts)).key("findings").openArray();
    found.forEach(one -> FactsWriter.finding(head, one.finding(), one.rule()));
    head.closeArray();
    CanonicalWriter tail = new CanonicalWriter(2048);
    tail.member("kind", "judgement").member("matter", MatterWriter.kind(matter));
    common(tail);
    rules(tail);
    tail.close();
    return seal(head, tail);
  }

  private void common(CanonicalWriter out) {
    out.key("packs").openArray();
    for (CompiledPack pack : packs) {
      pack.bases().forEach(base -> ref(out, base.ref(), List.of()));
      ref(out, pack.ref(), pack.stopped());
    }
    out.closeArray().member("parameterDate", day).key("parameters").openArray();
    parameters.forEach(parameter -> parameter(out, parameter));
    out.closeArray();
  }

  /** A pack; rules that a person had stopped are named, because they would have decided. */
  private static void ref(CanonicalWriter out, PackRef ref, List<RuleMeta> stopped) {
    out.open().member("hash", ref.hash()).member("id", ref.id());
    if (!stopped.isEmpty()) {
      out.key("stopped").openArray();
      for (RuleMeta rule : stopped) {
        out.open().member("code", rule.code()).member("rule", rule.name()).close();
      }
      out.closeArray();
    }
    out.member("version", ref.version()).close();
  }

  private static void parameter(CanonicalWriter out, Parameter parameter) {
    out.open().member("clause", parameter.clause()).member("from", parameter.from());
    out.member("name", parameter.name()).member("source", parameter.source());
    out.member("to", parameter.to());
    out.nullable("value", parameter.value()).member("verified", parameter.verified()).close();
  }

  private void rules(CanonicalWriter out) {
    out.key("rules").openArray();
    for (RuleMeta rule : fired) {
      out.open();
      if (rule.origin().table()) {
        out.member("cell", rule.file());
      }
      out.member("clause", rule.clause()).member("code", rule.code());
      out.member("pack", rule.pack()).member("rule", rule.name()).close();
    }
    out.closeArray();
  }

  private static void finding(CanonicalWriter out, Said said) {
    Finding finding =
        new Finding(said.rule().code(), said.severity(), said.field(), said.message());
    FactsWriter.finding(out, finding, said.rule().name(), said.rule().evidenceList());
  }

  private static void reason(CanonicalWriter out, Said said) {
    RuleMeta rule = said.rule();
    out.open().member("clause", rule.clause()).member("code", rule.code());
    out.member("en", said.message().en()).member("rule", rule.name());
    out.member("zh", said.message().zh()).close();
  }

  /** Puts the hash of everything else between the two halves, where its key belongs. */
  private static byte[] seal(CanonicalWriter head, CanonicalWriter tail) {
    byte[] front = head.bytes();
    byte[] back = tail.bytes();
    byte[] comma = {','};
    String hash = Hashes.sha256(front, comma, back);
    byte[] middle = (",\"hash\":\"" + hash + "\",").getBytes(StandardCharsets.US_ASCII);
    List<byte[]> parts = new ArrayList<>(List.of(front, middle, back));
    byte[] document = new byte[front.length + middle.length + back.length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, document, at, part.length);
      at += part.length;
    }
    return document;
  }
}
