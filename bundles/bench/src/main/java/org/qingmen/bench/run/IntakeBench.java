package org.qingmen.bench.run;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.qingmen.bench.Options;
import org.qingmen.bench.load.Load;
import org.qingmen.bench.measure.Lag;
import org.qingmen.bench.report.Bar;
import org.qingmen.bench.report.Report;

/**
 * Records over HTTP, signed, acknowledged when synced, all rules on, MariaDB projecting; beside it
 * a plain service on the same database.
 */
public final class IntakeBench implements Benchmark {

  private static final int[] CLIENTS = {1, 16, 128};
  private static final int MOST_CLIENTS = 128;
  private static final int BATCH = 100;
  private static final int BATCH_CLIENTS = 8;
  private static final Duration WARM = Duration.ofSeconds(20);
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final double RATE = 3_000;
  private static final double BATCH_RATE = 10_000;
  private static final double P99_MILLIS = 250;
  private static final double LAG_MILLIS = 2_000;
  private static final double RATIO = 2;

  @Override
  public String name() {
    return "intake";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    Machine.describe(report, name());
    try (Rig rig = new Rig(options.peer())) {
      describe(rig, report);
      Duration time = Duration.ofSeconds(options.seconds());
      warm(rig, report);
      for (int clients : CLIENTS) {
        pair(rig, report, clients, 1, time, options);
      }
      pair(rig, report, BATCH_CLIENTS, BATCH, time, options);
      Sizes.report(rig, report);
      PhysicalLimit.report(rig, report);
    }
  }

  private static void describe(Rig rig, Report report) throws SQLException, IOException {
    for (Map.Entry<String, String> setting : rig.database.settings().entrySet()) {
      report.fact("db." + setting.getKey(), setting.getValue());
    }
    report.fact("file-system", rig.database.fileSystem());
    report.fact("start-seconds", rig.product.startSeconds());
  }

  private static void warm(Rig rig, Report report) throws IOException, InterruptedException {
    report.section("section.warm", WARM.toSeconds());
    rig.onProduct(1).run(MOST_CLIENTS, WARM);
    rig.onProduct(BATCH).run(BATCH_CLIENTS, WARM);
    Lag.drain(rig.api);
    if (rig.peer != null) {
      rig.onPeer(1).run(MOST_CLIENTS, WARM);
      rig.onPeer(BATCH).run(BATCH_CLIENTS, WARM);
    }
  }

  /** Product, peer, peer, product: whatever changes over time hits both alike. */
  private static void pair(
      Rig rig, Report report, int clients, int perRequest, Duration time, Options options)
      throws Exception {
    report.section(perRequest == 1 ? "section.single" : "section.batch", clients, perRequest);
    boolean top = clients == MOST_CLIENTS || perRequest > 1;
    Duration first = top && perRequest == 1 && options.longRun() ? LONG : time;
    double product = ofProduct(rig, report, clients, perRequest, first);
    if (rig.peer == null) {
      return;
    }
    double peer = ofPeer(rig, report, clients, perRequest, time);
    if (top) {
      peer = (peer + ofPeer(rig, report, clients, perRequest, time)) / 2;
      product = (product + ofProduct(rig, report, clients, perRequest, time)) / 2;
    }
    report.figure(
        "ratio", label(clients, perRequest), product / peer, bar(top, Bar.atLeast(RATIO)));
  }

  private static double ofProduct(
      Rig rig, Report report, int clients, int perRequest, Duration time) throws Exception {
    boolean single = clients == MOST_CLIENTS && perRequest == 1;
    ProductStep step = new ProductStep(rig, rig.onProduct(perRequest), clients, time);
    Load.Result result = step.run();
    String about = report.text("product") + ", " + label(clients, perRequest);
    boolean barred = single || perRequest > 1;
    report.figure(
        "rate", about, result.perSecond(), bar(barred, Bar.atLeast(single ? RATE : BATCH_RATE)));
    latencies(report, about, result, bar(single, Bar.atMost(P99_MILLIS)));
    step.report(report, about, bar(single, Bar.atMost(LAG_MILLIS)));
    complain(report, about, result);
    return result.perSecond();
  }

  private static double ofPeer(Rig rig, Report report, int clients, int perRequest, Duration time)
      throws Exception {
    PeerStep step = new PeerStep(rig, rig.onPeer(perRequest), clients, time);
    Load.Result result = step.run();
    String about = report.text("peer") + ", " + label(clients, perRequest);
    report.figure("rate", about, result.perSecond());
    latencies(report, about, result, null);
    step.report(report, about);
    complain(report, about, result);
    return result.perSecond();
  }

  private static void latencies(Report report, String about, Load.Result result, Bar p99) {
    report.figure("p50", about, result.latencies().millis(0.5));
    report.figure("p99", about, result.latencies().millis(0.99), p99);
    report.figure("max", about, result.latencies().millis(1));
    report.figure("client-cpu", about, 100 * result.cpuSeconds() / result.seconds());
  }

  private static void complain(Report report, String about, Load.Result result) {
    if (result.refused() > 0) {
      report.note("note.refused", about, result.refused(), result.complaint());
    }
  }

  private static Bar bar(boolean applies, Bar bar) {
    return applies ? bar : null;
  }

  private static String label(int clients, int perRequest) {
    return perRequest == 1 ? String.valueOf(clients) : clients + " x " + perRequest;
  }
}
