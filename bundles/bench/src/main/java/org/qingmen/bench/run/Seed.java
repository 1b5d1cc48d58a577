package org.qingmen.bench.run;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.qingmen.bench.Options;
import org.qingmen.bench.load.Fleet;
import org.qingmen.bench.load.Load;
import org.qingmen.bench.load.Records;
import org.qingmen.bench.load.Requests;
import org.qingmen.bench.measure.Lag;
import org.qingmen.bench.report.Report;
import org.qingmen.bench.server.Api;

/**
 * Fills the running server with passages of the last thirty days, through its API: {@code
 * QINGMEN_HTTP_PORT} and {@code QINGMEN_ADMIN_PASSWORD} say which one.
 */
public final class Seed implements Benchmark {

  private static final int PER_REQUEST = 500;
  private static final int CLIENTS = 4;
  private static final Duration PAST = Duration.ofDays(30);
  private static final Duration SLICE = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "seed";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    Machine.describe(report, name());
    InetSocketAddress target = new InetSocketAddress("127.0.0.1", port());
    Api api = api(report, target);
    Fleet fleet = new Fleet(200, 100_000);
    String run = "f" + Long.toString(System.nanoTime() >>> 20, 36);
    Requests requests =
        new Requests(
            new Records(fleet, run, clock(options.records())),
            Registration.of(fleet, api).signers(run),
            PER_REQUEST,
            target.getHostString() + ":" + target.getPort());
    long begin = System.nanoTime();
    long sent = 0;
    while (sent < options.records()) {
      Load.Result result = new Load(target, requests).run(CLIENTS, SLICE);
      if (result.refused() > 0) {
        throw new IOException(result.complaint());
      }
      sent += result.accepted();
      report.figure("seeded", "", sent);
    }
    report.figure("rate", "", sent / ((System.nanoTime() - begin) / 1e9));
    report.figure("drain", "", Lag.drain(api));
  }

  /** Records come in the order of their time, from thirty days ago until now. */
  private static java.util.function.LongSupplier clock(long records) {
    long start = Instant.now().minus(PAST).getEpochSecond();
    AtomicLong number = new AtomicLong();
    return () -> start + Math.min(records, number.getAndIncrement()) * PAST.toSeconds() / records;
  }

  private static int port() {
    String port = System.getenv("QINGMEN_HTTP_PORT");
    return port == null ? 8181 : Integer.parseInt(port);
  }

  private static Api api(Report report, InetSocketAddress target) throws IOException {
    String password = System.getenv("QINGMEN_ADMIN_PASSWORD");
    if (password == null || password.isBlank()) {
      throw new IllegalStateException(report.text("no-password"));
    }
    URI base = URI.create("http://127.0.0.1:" + target.getPort());
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return new Api(http, base, "admin", password);
  }
}
