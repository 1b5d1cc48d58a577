package org.qingmen.bench.run;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.qingmen.bench.load.Load;
import org.qingmen.bench.measure.Forces;
import org.qingmen.bench.measure.Lag;
import org.qingmen.bench.measure.Proc;
import org.qingmen.bench.report.Bar;
import org.qingmen.bench.report.Report;

/** One run of a load on the product, and what was counted meanwhile. */
final class ProductStep {

  private final Rig rig;
  private final Load load;
  private final int clients;
  private final Duration time;
  private Load.Result result;
  private Forces.Count forces;
  private Lag lag;
  private double drainSeconds;
  private long databaseSyncs;
  private double serverCpu;
  private double compiling;
  private double databaseCpu;

  ProductStep(Rig rig, Load load, int clients, Duration time) {
    this.rig = rig;
    this.load = load;
    this.clients = clients;
    this.time = time;
  }

  Load.Result run() throws IOException, InterruptedException, SQLException {
    long syncs = rig.database.syncs();
    double server = Proc.cpuSeconds(rig.product.pid());
    compiling = Proc.compilerSeconds(rig.product.pid());
    double database = Proc.cpuSeconds(rig.database.pid());
    Instant begin = Instant.now();
    try (Lag watching = new Lag(rig.api)) {
      lag = watching;
      result = load.run(clients, time);
    }
    Instant end = Instant.now();
    compiling = Proc.compilerSeconds(rig.product.pid()) - compiling;
    serverCpu = Proc.cpuSeconds(rig.product.pid()) - server;
    databaseCpu = Proc.cpuSeconds(rig.database.pid()) - database;
    databaseSyncs = rig.database.syncs() - syncs;
    forces = rig.forces.between(begin, end);
    drainSeconds = Lag.drain(rig.api);
    return result;
  }

  /** Processor time of server and database per record; says the same however busy the machine. */
  double microsPerRecord() {
    return 1e6 * (serverCpu + databaseCpu) / Math.max(1, result.accepted());
  }

  void report(Report report, String about, Bar lagBar) throws IOException {
    report.figure("lag", about, lag.maxMillis(), lagBar);
    report.figure("lag-growth", about, lag.growth());
    report.figure("drain", about, drainSeconds);
    report.figure("journal-syncs", about, forces.journal() / result.seconds());
    report.figure("per-sync", about, result.accepted() / Math.max(1.0, forces.journal()));
    report.figure("sync-p50", about, forces.journalTimes().millis(0.5));
    report.figure("database-syncs", about, databaseSyncs / result.seconds());
    report.figure("server-cpu", about, 100 * serverCpu / result.seconds());
    report.figure("database-cpu", about, 100 * databaseCpu / result.seconds());
    report.figure("cpu-per-record", about, microsPerRecord());
    report.figure("compiler-per-record", about, 1e6 * compiling / Math.max(1, result.accepted()));
    report.figure("rss", about, Proc.residentMib(rig.product.pid()));
    report.figure("database-rss", about, Proc.residentMib(rig.database.pid()));
  }
}
