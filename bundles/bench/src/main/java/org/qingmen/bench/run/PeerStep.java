package org.qingmen.bench.run;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.qingmen.bench.load.Load;
import org.qingmen.bench.measure.Proc;
import org.qingmen.bench.report.Report;

/** One run of a load on the peer, and what was counted meanwhile. */
final class PeerStep {

  private final Rig rig;
  private final Load load;
  private final int clients;
  private final Duration time;
  private Load.Result result;
  private long databaseSyncs;
  private double serverCpu;
  private double compiling;
  private double databaseCpu;

  PeerStep(Rig rig, Load load, int clients, Duration time) {
    this.rig = rig;
    this.load = load;
    this.clients = clients;
    this.time = time;
  }

  Load.Result run() throws IOException, SQLException {
    long syncs = rig.database.syncs();
    double server = Proc.cpuSeconds(rig.peer.pid());
    compiling = Proc.compilerSeconds(rig.peer.pid());
    double database = Proc.cpuSeconds(rig.database.pid());
    result = load.run(clients, time);
    compiling = Proc.compilerSeconds(rig.peer.pid()) - compiling;
    serverCpu = Proc.cpuSeconds(rig.peer.pid()) - server;
    databaseCpu = Proc.cpuSeconds(rig.database.pid()) - database;
    databaseSyncs = rig.database.syncs() - syncs;
    return result;
  }

  double microsPerRecord() {
    return 1e6 * (serverCpu + databaseCpu) / Math.max(1, result.accepted());
  }

  void report(Report report, String about) throws IOException {
    report.figure("database-syncs", about, databaseSyncs / result.seconds());
    report.figure("server-cpu", about, 100 * serverCpu / result.seconds());
    report.figure("database-cpu", about, 100 * databaseCpu / result.seconds());
    report.figure("cpu-per-record", about, microsPerRecord());
    report.figure("compiler-per-record", about, 1e6 * compiling / Math.max(1, result.accepted()));
    report.figure("rss", about, Proc.residentMib(rig.peer.pid()));
  }
}
