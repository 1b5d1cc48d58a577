package org.qingmen.engine.internal.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Optional;
import org.qingmen.engine.Decider.Occasion;
import org.qingmen.engine.internal.cases.CaseFacts;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.decide.OnePack;
import org.qingmen.engine.internal.json.FactsReader;
import org.qingmen.engine.internal.json.GradingFactsJson;
import org.qingmen.engine.internal.json.MatterReader;
import org.qingmen.engine.internal.pack.PackReader;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.spi.pack.PackDescriptor.Kind;

/** Facts of a question, ready to be decided by any pack of their kind. */
interface TrialFacts {

  /** Decides by one pack alone. */
  OnePack.Outcome<byte[]> decide(CompiledPack pack);

  /** The same as the {@code given} of a case; what names a vehicle is left out. */
  JsonNode given();

  /** Facts that somebody typed; empty when they are none, {@code problems} then says why. */
  static Optional<TrialFacts> typed(Kind kind, String text, Problems problems) {
    return new PackReader()
        .given(kind, "facts", text, problems)
        .map(given -> new TypedFacts(kind, given));
  }

  /** Facts of a stored decision; empty when a pack of the kind does not decide such facts. */
  static Optional<TrialFacts> stored(Kind kind, byte[] decision, Problems problems) {
    try {
      JsonNode document = new ObjectMapper().readTree(decision);
      TrialFacts facts =
          switch (kind) {
            case GATE, VERIFICATION -> passage(document);
            case GRADING -> grade(document);
            default -> judgement(kind, document);
          };
      if (facts == null) {
        String stored = document.path("kind").asText();
        problems.add("facts", 0, "facts-kind", stored, kind.name().toLowerCase(Locale.ROOT));
      }
      return Optional.ofNullable(facts);
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      problems.add("facts", 0, "facts-unreadable", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static TrialFacts passage(JsonNode document) {
    String kind = document.path("kind").asText();
    boolean check = kind.equals("gate-check");
    if (!check && !kind.equals("passage")) {
      return null;
    }
    JsonNode facts = document.path("facts");
    Occasion occasion = check ? Occasion.GATE_CHECK : Occasion.PASSAGE;
    return new StoredTrial(
        pack ->
            OnePack.decide(pack, FactsReader.passage(facts), occasion, FactsReader.noted(facts))
                .map(one -> one.document()),
        Given.passage(facts));
  }

  private static TrialFacts grade(JsonNode document) {
    return document.path("kind").asText().equals("grade")
        ? new StoredTrial(
            pack ->
                OnePack.grade(pack, GradingFactsJson.read(document.path("facts")))
                    .map(one -> one.document()),
            Given.grade(document.path("facts")))
        : null;
  }

  private static TrialFacts judgement(Kind kind, JsonNode document) {
    boolean same =
        document.path("kind").asText().equals("judgement")
            && document.path("matter").asText().equalsIgnoreCase(kind.name());
    return same
        ? new StoredTrial(
            pack -> OnePack.judge(pack, MatterReader.read(document)).map(one -> one.document()),
            Given.matter(document))
        : null;
  }

  /** Facts as a case gives them. */
  record TypedFacts(Kind kind, JsonNode given) implements TrialFacts {

    @Override
    public OnePack.Outcome<byte[]> decide(CompiledPack pack) {
      return switch (kind) {
        case GATE, VERIFICATION ->
            OnePack.decide(pack, CaseFacts.passage(given)).map(one -> one.document());
        case GRADING -> OnePack.grade(pack, CaseFacts.grading(given)).map(one -> one.document());
        default -> OnePack.judge(pack, CaseFacts.matter(kind, given)).map(one -> one.document());
      };
    }
  }

  /** Facts of a stored decision. */
  record StoredTrial(
      java.util.function.Function<CompiledPack, OnePack.Outcome<byte[]>> way, JsonNode given)
      implements TrialFacts {

    @Override
    public OnePack.Outcome<byte[]> decide(CompiledPack pack) {
      return way.apply(pack);
    }
  }
}
