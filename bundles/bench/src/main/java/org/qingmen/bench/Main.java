package org.qingmen.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.qingmen.bench.report.Report;
import org.qingmen.bench.report.Texts;
import org.qingmen.bench.run.Benchmark;
import org.qingmen.bench.run.DecideBench;
import org.qingmen.bench.run.ImpactBench;
import org.qingmen.bench.run.IntakeBench;
import org.qingmen.bench.run.Seed;
import org.qingmen.bench.run.StartBench;
import org.qingmen.bench.run.StatisticsBench;
import org.qingmen.bench.server.Work;

/**
 * {@code ./qingmen bench [intake | decide | start | statistics | impact | seed]}: exit 0 when every
 * bar is met, 1 when one is missed, 2 when called wrongly.
 */
public final class Main {

  private Main() {}

  /** Runs the benchmarks asked for. */
  public static void main(String[] arguments) throws Exception {
    Texts texts = Texts.ofEnvironment();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      out.println(texts.get("wrong-call", e.getMessage()));
      out.println(texts.get("usage"));
      System.exit(2);
      return;
    }
    System.exit(run(options, texts, out));
  }

  private static int run(Options options, Texts texts, PrintStream out) throws Exception {
    List<Benchmark> all =
        List.of(new DecideBench(), new StartBench(), new IntakeBench(), new StatisticsBench());
    List<Benchmark> wanted =
        switch (options.name()) {
          case "all" -> all;
          case "seed" -> List.of(new Seed());
          case "impact" -> List.of(new ImpactBench());
          default -> all.stream().filter(each -> each.name().equals(options.name())).toList();
        };
    if (wanted.isEmpty()) {
      out.println(texts.get("wrong-call", options.name()));
      out.println(texts.get("usage"));
      return 2;
    }
    boolean good = true;
    for (Benchmark benchmark : wanted) {
      Report report = new Report(benchmark.name(), texts, out);
      benchmark.run(options, report);
      good &= report.end(Work.root().resolve("bench-history"));
    }
    return good ? 0 : 1;
  }
}
