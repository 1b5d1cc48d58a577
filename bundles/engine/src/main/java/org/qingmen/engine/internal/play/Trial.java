package org.qingmen.engine.internal.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.qingmen.engine.CaseExplanation;
import org.qingmen.engine.Playground.Side;
import org.qingmen.engine.ReplayResult.Difference;
import org.qingmen.engine.internal.analyse.NotReadable;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.cover.Explainer;
import org.qingmen.engine.internal.decide.BudgetExceeded;
import org.qingmen.engine.internal.decide.OnePack;
import org.qingmen.engine.internal.decide.RuleFailure;
import org.qingmen.engine.internal.json.JsonDifferences;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.spi.pack.Parameter;

/** Decides facts by one pack and explains it. */
final class Trial {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What differs between any two packs, or says the same as another member. */
  private static final List<String> NO_RESULT =
      List.of("facts", "factsHash", "contentHash", "hash", "packs", "receipt");

  private Trial() {}

  /** What a pack says of the facts. */
  static Side side(CompiledPack pack, TrialFacts facts) {
    Problems problems = new Problems();
    String decision = null;
    CaseExplanation explanation = null;
    try {
      OnePack.Outcome<byte[]> outcome = facts.decide(pack);
      decision = new String(outcome.decision(), StandardCharsets.UTF_8);
      explanation = explanation(pack, facts, decision, outcome.touched());
    } catch (BudgetExceeded e) {
      problems.add(null, 0, "trial-budget", pack.ref().id(), e.limit(), e.rule());
    } catch (RuleFailure | IllegalArgumentException | java.time.DateTimeException e) {
      problems.add(null, 0, "trial-failed", pack.ref().id(), String.valueOf(e.getMessage()));
    }
    return new Side(pack.ref(), decision, explanation, problems.all());
  }

  private static CaseExplanation explanation(
      CompiledPack pack, TrialFacts facts, String decision, Set<String> touched) {
    LocalDate day = LocalDate.parse(read(decision).path("parameterDate").asText());
    List<Parameter> parameters =
        pack.parameters().all().stream()
            .filter(one -> touched.contains(one.name()) && one.holds(day))
            .toList();
    AtomicReference<Object> seen = new AtomicReference<>();
    try {
      Explainer.Shown shown = Explainer.watch(pack, watched -> seen.set(facts.decide(watched)));
      return new CaseExplanation(
          "",
          "facts",
          0,
          true,
          facts.given().toString(),
          decision,
          shown.fired(),
          shown.silent(),
          parameters);
    } catch (NotReadable e) {
      // The compiled rules decide all the same; only the tree is missing.
      return null;
    }
  }

  /** Where two results differ; only what they say, not by which pack. */
  static List<Difference> differences(Side active, Side candidate) {
    boolean both = active.decision() != null && candidate.decision() != null;
    return both
        ? JsonDifferences.between(result(active.decision()), result(candidate.decision()))
        : List.of();
  }

  private static JsonNode result(String decision) {
    ObjectNode result = (ObjectNode) read(decision);
    result.remove(NO_RESULT);
    return result;
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
