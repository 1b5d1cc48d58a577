package org.qingmen.bench.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.qingmen.bench.Options;
import org.qingmen.bench.measure.Proc;
import org.qingmen.bench.report.Bar;
import org.qingmen.bench.report.Report;
import org.qingmen.bench.server.Product;
import org.qingmen.bench.server.Work;

/** How long it takes to be ready, and how long a new rule pack takes to serve. */
public final class StartBench implements Benchmark {

  private static final int ROUNDS = 3;
  private static final double START_SECONDS = 30;
  private static final double IDLE_MIB = 1024;
  private static final long IDLE_SECONDS = 30;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    Machine.describe(report, name());
    Path folder = Work.folder("start");
    try {
      report.section("section.rounds");
      for (int round = 1; round < ROUNDS; round++) {
        Path own = folder.resolve("round-" + round);
        round(own, report, round).close();
        Work.delete(own);
      }
      try (Product product = round(folder.resolve("last"), report, ROUNDS)) {
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        double idle = Proc.residentMib(product.pid());
        report.figure("rss", report.text("idle"), idle, Bar.atMost(IDLE_MIB));
        new PackLife(product, report, options.seconds()).run();
      }
    } finally {
      Work.delete(folder);
    }
  }

  /** From a fresh archive without data, then again with what the first start left. */
  private static Product round(Path folder, Report report, int round)
      throws IOException, InterruptedException {
    Product product = new Product(folder).with("QINGMEN_PACKS_UNSIGNED", "dev").start();
    figure(report, "cold", round, product);
    product.stop();
    product.start();
    figure(report, "warm", round, product);
    return product;
  }

  private static void figure(Report report, String kind, int round, Product product) {
    String about = report.text(kind) + " " + round;
    report.figure("start-cpu", about, product.startCpuSeconds());
    report.figure("start", about, product.startSeconds(), Bar.atMost(START_SECONDS));
  }
}
