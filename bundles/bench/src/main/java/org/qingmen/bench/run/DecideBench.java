package org.qingmen.bench.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.qingmen.bench.Options;
import org.qingmen.bench.load.Fleet;
import org.qingmen.bench.load.Latencies;
import org.qingmen.bench.load.Records;
import org.qingmen.bench.report.Bar;
import org.qingmen.bench.report.Report;
import org.qingmen.bench.server.Work;
import org.qingmen.engine.Decider;
import org.qingmen.engine.RulesWorkbench;
import org.qingmen.spi.facts.PassageFacts;

/** One decision with its full stored explanation, in one thread. */
public final class DecideBench implements Benchmark {

  private static final int DISTINCT = 5_000;
  private static final int RULES = 400;
  private static final double MEAN_MICROS = 50;
  private static final double P99_MILLIS = 1;
  private static final int WARM_SECONDS = 8;

  @Override
  public String name() {
    return "decide";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    Machine.describe(report, name());
    List<PassageFacts> facts = facts();
    Path rules = Work.root().resolve("rules");
    Path[] shipped = packs(rules);
    measure(report, report.text("shipped"), shipped, rules, facts, options.seconds(), false);
    Path folder = Work.folder("decide");
    try {
      Path[] alone = {new PackWriter("bench.orders", "1.0.0", RULES).folder(folder)};
      measure(report, RULES + "", alone, rules, facts, options.seconds(), true);
      Path[] all = Stream.concat(Stream.of(alone), Stream.of(shipped)).toArray(Path[]::new);
      String both = RULES + " + " + report.text("shipped");
      measure(report, both, all, rules, facts, options.seconds(), false);
    } finally {
      Work.delete(folder);
    }
  }

  private static void measure(
      Report report,
      String about,
      Path[] packs,
      Path library,
      List<PassageFacts> facts,
      int seconds,
      boolean barred) {
    report.section("section.decide-with", about);
    try (RulesWorkbench workbench = new RulesWorkbench().withLibrary(library)) {
      long begin = System.nanoTime();
      Decider decider = workbench.decider(packs);
      report.figure("load-packs", about, (System.nanoTime() - begin) / 1e9);
      decide(decider, facts, WARM_SECONDS, new Latencies());
      Latencies latencies = new Latencies();
      long bytes = decide(decider, facts, seconds, latencies);
      double mean = latencies.meanMillis() * 1000;
      report.figure("mean-micros", about, mean, barred ? Bar.atMost(MEAN_MICROS) : null);
      report.figure("p50-micros", about, latencies.millis(0.5) * 1000);
      report.figure("p99", about, latencies.millis(0.99), barred ? Bar.atMost(P99_MILLIS) : null);
      report.figure("max", about, latencies.millis(1));
      report.figure("document-bytes", about, bytes / (double) latencies.count());
    }
  }

  private static long decide(
      Decider decider, List<PassageFacts> facts, int seconds, Latencies latencies) {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    long bytes = 0;
    long before = System.nanoTime();
    for (int i = 0; before < end; i++) {
      bytes += decider.decide(facts.get(i % facts.size())).document().length;
      long after = System.nanoTime();
      latencies.add(after - before);
      before = after;
    }
    return bytes;
  }

  private static List<PassageFacts> facts() {
    Fleet fleet = new Fleet(60, 48_000);
    Records records = new Records(fleet, "d");
    List<PassageFacts> facts = new ArrayList<>();
    for (int i = 0; i < DISTINCT; i++) {
      Fleet.Site site = fleet.sites().get(i % fleet.sites().size());
      byte[] json = records.next(i % fleet.sites().size());
      facts.add(BenchFacts.of(site, json, Instant.now()));
    }
    return facts;
  }

  private static Path[] packs(Path rules) throws java.io.IOException {
    try (Stream<Path> entries = Files.list(rules)) {
      return entries
          .filter(entry -> Files.exists(entry.resolve("pack.yaml")))
          .sorted()
          .toArray(Path[]::new);
    }
  }
}
