package org.qingmen.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.qingmen.engine.Decider;
import org.qingmen.engine.Decision;
import org.qingmen.engine.RulesWorkbench;
import org.qingmen.spi.facts.PassageFacts;

/** The product's rule packs, evaluated by the product's engine. */
final class Rules {

  private final Decider decider;

  private Rules(Decider decider) {
    this.decider = decider;
  }

  /** Loads every pack of a folder. */
  static Rules of(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      Path[] packs =
          entries
              .filter(entry -> Files.exists(entry.resolve("pack.yaml")))
              .sorted()
              .toArray(Path[]::new);
      return new Rules(new RulesWorkbench().withLibrary(folder).decider(packs));
    }
  }

  Decision decide(PassageFacts facts) {
    return decider.decide(facts);
  }
}
