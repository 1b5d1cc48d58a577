package org.qingmen.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.engine.Decider.Occasion;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Verdict;
import org.qingmen.spi.facts.Fact;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.facts.MassGroup;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.pack.PackDescriptor.Kind;

/**
 * Adds a generation to the golden set: the shipped packs of the day, as archives, and documents
 * decided by them. Run by hand when the form of documents changes on purpose; see
 * docs/decision-format.md. Never touches a generation that is there.
 */
final class GoldenWriter {

  private static final Path RULES = Path.of("../../rules");
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
  private static final List<String> PACKS =
      List.of(
          "cn.alarm",
          "cn.base.340",
          "cn.base.transport",
          "cn.340.i15-cement",
          "cn.gate",
          "cn.verification");

  private final Path generation;
  private int number;

  private GoldenWriter(Path generation) {
    this.generation = generation;
  }

  /** {@code GoldenWriter src/test/golden format-2}. */
  public static void main(String[] arguments) throws IOException {
    Path golden = Path.of(arguments[0]);
    Path generation = golden.resolve(arguments[1]);
    if (Files.exists(generation)) {
      throw new IllegalArgumentException(generation + " is there and stays as it is");
    }
    new GoldenWriter(generation).write();
    new GoldenSet(golden).noteSums();
  }

  private void write() throws IOException {
    Files.createDirectories(generation.resolve("packs"));
    Files.createDirectories(generation.resolve("documents"));
    try (RulesWorkbench workbench = new RulesWorkbench().withLibrary(RULES)) {
      List<Path> packs = new ArrayList<>();
      for (String id : PACKS) {
        Path archive = generation.resolve("packs/" + id + ".zip");
        Files.write(archive, workbench.zip(RULES.resolve(id)));
        packs.add(archive);
      }
      Path[] all = packs.toArray(Path[]::new);
      Decider decider = workbench.decider(all);
      passages(decider);
      grades(decider);
      judgements(workbench.judge());
    }
  }

  /** Two of every verdict for every occasion, and those with the most findings. */
  private void passages(Decider decider) throws IOException {
    for (Occasion occasion : Occasion.values()) {
      RandomPassages passages = new RandomPassages(42 + occasion.ordinal());
      Map<Verdict, Integer> had = new LinkedHashMap<>();
      for (int i = 0; i < 400; i++) {
        Decision decision = decider.decide(passages.next(), occasion, List.of());
        if (had.merge(decision.verdict(), 1, Integer::sum) <= 3) {
          keep(
              occasion.name().toLowerCase() + "-" + decision.verdict().code(), decision.document());
        }
      }
    }
    PassageFacts truck = TestFacts.truck(EmissionStage.V, "2026-10-01T08:00:00+08:00");
    keep("passage-listed", decider.decide(truck).document());
  }

  private void grades(Decider decider) throws IOException {
    keep("grade-a", decider.grade(month(600, 0), null).document());
    keep("grade-b", decider.grade(month(540, 60), null).document());
    keep("grade-d", decider.grade(month(100, 500), null).document());
    GradingFacts none = TestFacts.month("I99", List.of(), List.of());
    keep("grade-without-pack", decider.grade(none, null).document());
  }

  private static GradingFacts month(long five, long four) {
    return TestFacts.month(
        "I15",
        List.of(TestFacts.trips("5", five), TestFacts.trips("4", four)),
        List.of(new MassGroup("rail", null, "in", 8000)));
  }

  private void judgements(Judge judge) throws IOException {
    Fact raised =
        new Fact(
            "alarm",
            Map.of(
                "code",
                "deny-but-raised",
                "count",
                5,
                "barrier",
                "A01",
                "plate",
                "冀B12345",
                "reason",
                "未识别号牌"));
    keep(
        "judgement",
        judge.judge(new Matter(Kind.ALARM, "130203", DAY, List.of(raised))).document());
    Matter unknown =
        new Matter(
            Kind.ALARM,
            null,
            DAY,
            List.of(new Fact("alarm", Map.of("code", "something-new", "count", 1))));
    keep("judgement-national", judge.judge(unknown).document());
  }

  private void keep(String name, byte[] document) throws IOException {
    String file = "%02d-%s.json".formatted(++number, name);
    Files.write(generation.resolve("documents").resolve(file), document);
  }
}
