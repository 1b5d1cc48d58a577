package org.qingmen.engine.internal.decide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qingmen.engine.Decider.Occasion;
import org.qingmen.engine.Decision;
import org.qingmen.engine.PackRef;
import org.qingmen.engine.Rehearsal;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.json.FactsReader;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.intake.PassageAnswer.Finding;

/** Decides stored facts again by the packs in service, or with one of them exchanged. */
public final class PackRehearsal implements Rehearsal {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final PackDecider decider;
  private final PacksInService packs;

  /** Rehearses with these packs. */
  public PackRehearsal(PacksInService packs) {
    this.packs = packs;
    this.decider = new PackDecider(packs);
  }

  @Override
  public Optional<Decision> again(byte[] decisionDocument, PackRef candidate) {
    try {
      JsonNode document = JSON.readTree(decisionDocument);
      JsonNode json = document.path("facts");
      PassageFacts facts = FactsReader.passage(json);
      List<Finding> noted = FactsReader.noted(json);
      boolean check = "gate-check".equals(document.path("kind").asText());
      Occasion occasion = check ? Occasion.GATE_CHECK : Occasion.PASSAGE;
      return candidate == null
          ? Optional.of(decider.decide(facts, occasion, noted))
          : with(candidate, new PassageRun(facts, occasion, noted), facts);
    } catch (IOException | IllegalArgumentException | DateTimeException | NullPointerException e) {
      // What was stored damaged is found by replay; here it is left out.
      return Optional.empty();
    }
  }

  private Optional<Decision> with(PackRef candidate, PassageRun run, PassageFacts facts) {
    Optional<CompiledPack> kept = packs.entered(candidate.hash());
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    List<CompiledPack> entered = new ArrayList<>(List.of(kept.get()));
    try {
      List<CompiledPack> chosen = new ArrayList<>();
      boolean placed = false;
      for (CompiledPack pack :
          packs
              .snapshot()
              .forPassage(Days.of(facts), facts.enterprise().division(), facts.enterprise().id())) {
        if (pack.ref().id().equals(candidate.id())) {
          chosen.add(kept.get());
          placed = true;
        } else if (pack.enter()) {
          entered.add(pack);
          chosen.add(pack);
        }
      }
      if (!placed) {
        chosen.add(kept.get());
      }
      return Optional.of(run.decide(chosen));
    } catch (BudgetExceeded e) {
      throw new IllegalArgumentException("the candidate does not come to an end", e);
    } finally {
      entered.forEach(CompiledPack::leave);
    }
  }
}
