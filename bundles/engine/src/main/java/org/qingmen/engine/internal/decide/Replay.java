package org.qingmen.engine.internal.decide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qingmen.engine.Decider.Occasion;
import org.qingmen.engine.ReplayResult;
import org.qingmen.engine.ReplayResult.Difference;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.json.FactsReader;
import org.qingmen.engine.internal.json.GradingFactsJson;
import org.qingmen.engine.internal.json.JsonDifferences;
import org.qingmen.engine.internal.json.MatterReader;
import org.qingmen.engine.internal.json.Nodes;
import org.qingmen.engine.internal.pack.RuleMeta;

/** Evaluates the facts of a stored decision again, by the packs it names, and compares. */
final class Replay {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final PacksInService packs;

  Replay(PacksInService packs) {
    this.packs = packs;
  }

  ReplayResult replay(byte[] stored) {
    List<CompiledPack> entered = new ArrayList<>();
    try {
      JsonNode document = JSON.readTree(stored);
      List<Difference> missing = enter(document, entered);
      if (!missing.isEmpty()) {
        return new ReplayResult(false, missing);
      }
      return compare(stored, document, again(document, entered));
    } catch (IOException e) {
      return damaged("", e);
    } catch (IllegalArgumentException
        | DateTimeException
        | NullPointerException
        | BudgetExceeded
        | RuleFailure e) {
      return damaged("/facts", e);
    } finally {
      entered.forEach(CompiledPack::leave);
    }
  }

  private static ReplayResult damaged(String pointer, Exception e) {
    return new ReplayResult(
        false, List.of(new Difference(pointer, null, "\"" + e.getMessage() + "\"")));
  }

  /** Enters the packs that decided; bases stand before the pack they were compiled into. */
  private List<Difference> enter(JsonNode document, List<CompiledPack> entered) {
    List<Difference> missing = new ArrayList<>();
    JsonNode named = document.path("packs");
    List<String> hashes = new ArrayList<>();
    named.forEach(pack -> hashes.add(String.valueOf(Nodes.text(pack, "hash"))));
    for (int i = named.size() - 1; i >= 0; i--) {
      Optional<CompiledPack> pack = packs.entered(hashes.get(i), hashes.subList(0, i));
      if (pack.isEmpty()) {
        missing.add(new Difference("/packs/" + i, "\"" + hashes.get(i) + "\"", null));
      } else {
        entered.add(0, asItServed(pack.get(), named.get(i)));
        i -= pack.get().bases().size();
      }
    }
    return missing;
  }

  /** The pack with those rules stopped that were stopped then. */
  private static CompiledPack asItServed(CompiledPack pack, JsonNode named) {
    Set<String> keys = new HashSet<>();
    for (JsonNode stopped : named.path("stopped")) {
      for (RuleMeta rule : pack.rulesInOrder()) {
        if (rule.name().equals(Nodes.text(stopped, "rule"))
            && rule.code().equals(Nodes.text(stopped, "code"))) {
          keys.add(rule.key());
        }
      }
    }
    return keys.isEmpty() ? pack : pack.serving(keys, null);
  }

  private static byte[] again(JsonNode document, List<CompiledPack> packs) {
    JsonNode facts = document.path("facts");
    if ("grade".equals(Nodes.text(document, "kind"))) {
      String policy = Nodes.text(facts, "policy");
      return new GradeRun(GradingFactsJson.read(facts), policy).grade(packs).document();
    }
    if ("judgement".equals(Nodes.text(document, "kind"))) {
      return new JudgementRun(MatterReader.read(document)).judge(packs).document();
    }
    boolean check = "gate-check".equals(Nodes.text(document, "kind"));
    Occasion occasion = check ? Occasion.GATE_CHECK : Occasion.PASSAGE;
    return new PassageRun(FactsReader.passage(facts), occasion, FactsReader.noted(facts))
        .decide(packs)
        .document();
  }

  private static ReplayResult compare(byte[] stored, JsonNode document, byte[] replayed)
      throws IOException {
    if (Arrays.equals(stored, replayed)) {
      return new ReplayResult(true, List.of());
    }
    List<Difference> differences = JsonDifferences.between(document, JSON.readTree(replayed));
    if (differences.isEmpty()) {
      differences = List.of(new Difference("", "\"not canonical\"", "\"canonical\""));
    }
    return new ReplayResult(false, differences);
  }
}
