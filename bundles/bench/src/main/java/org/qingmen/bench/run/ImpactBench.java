package org.qingmen.bench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.qingmen.bench.Options;
import org.qingmen.bench.load.Fleet;
import org.qingmen.bench.load.OfferedLoad;
import org.qingmen.bench.load.Records;
import org.qingmen.bench.load.Requests;
import org.qingmen.bench.measure.JournalSize;
import org.qingmen.bench.measure.Proc;
import org.qingmen.bench.report.Bar;
import org.qingmen.bench.report.Report;
import org.qingmen.bench.server.Api;
import org.qingmen.bench.server.Database;
import org.qingmen.bench.server.Product;
import org.qingmen.bench.server.Work;
import org.qingmen.engine.RulesWorkbench;

/**
 * Impact of candidates over stored records while gates go on sending. The bar is for ten million
 * records; with fewer it is scaled, so that it is one of the rate.
 */
public final class ImpactBench implements Benchmark {

  private static final String DATABASE = "qingmen";
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int CLIENTS = 64;
  private static final double PER_SECOND = 10_000_000 / 300.0;
  private static final double SERVED = 0.8;
  private static final double CHECKED = 10_000;
  private static final long WARM_MILLIS = 15_000;

  /** Facts repeat for the first, for the second hardly two records look alike. */
  private static final Map<String, Map<String, String>> CANDIDATES =
      Map.of(
          "cn.gate",
          Map.of("stageRank < $c.minimumStage", "stageRank <= $c.minimumStage"),
          "cn.verification",
          Map.of("delaySeconds < 0", "delaySeconds < 1", "* (1 + param", "* (0.9 + param"));

  @Override
  public String name() {
    return "impact";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    Machine.describe(report, name());
    report.fact("offered", options.load());
    Path folder = Work.folder("impact");
    try (Database database = Database.start(folder.resolve("mariadb"));
        Product product =
            new Product(folder)
                .with("QINGMEN_DB_URL", database.create(DATABASE))
                .with("QINGMEN_DB_USER", "root")
                .start()) {
      for (var setting : database.settings().entrySet()) {
        report.fact("db." + setting.getKey(), setting.getValue());
      }
      Fleet fleet = new Fleet(60, 48_000);
      Registration registration = Registration.of(fleet, product.api());
      List<Path> serving = serving(product.api());
      product.stop();
      seed(options, report, fleet, serving, product, database);
      product.start();
      report.fact("start-seconds", product.startSeconds());
      for (String pack : CANDIDATES.keySet().stream().sorted().toList()) {
        measure(options, report, product, fleet, registration, pack);
      }
    } finally {
      Work.delete(folder);
    }
  }

  /** The packs that decide passages, so that what is seeded names packs that the server knows. */
  private static List<Path> serving(Api api) throws IOException {
    List<Path> packs = new ArrayList<>();
    for (JsonNode pack : api.get("/rule-packs").path("items")) {
      boolean decides = pack.path("kind").asText().matches("gate|verification");
      if (decides && pack.path("state").asText().equals("active")) {
        packs.add(rules().resolve(pack.path("id").asText()));
      }
    }
    return packs;
  }

  private static Path rules() {
    return Work.root().resolve("rules");
  }

  private static void seed(
      Options options,
      Report report,
      Fleet fleet,
      List<Path> serving,
      Product product,
      Database database)
      throws IOException, SQLException {
    report.section("section.impact-seed", serving.toString());
    long begin = System.nanoTime();
    long end;
    try (RulesWorkbench workbench = new RulesWorkbench().withLibrary(rules())) {
      JournalSeed seed =
          new JournalSeed(
              fleet, workbench.decider(serving.toArray(Path[]::new)), options.records());
      end = seed.fill(product.data(), count -> report.figure("seeded", "", count));
    }
    report.figure("rate", "", options.records() / ((System.nanoTime() - begin) / 1e9));
    JournalSize size = JournalSize.of(product.data());
    report.figure("journal-bytes", "", 2.0 * size.bytes() / Math.max(1, size.lastPosition()));
    // The tables of the projection take no part in an impact; filling them would take an hour.
    try (Connection connection = database.connect(DATABASE);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE projection_state SET pos = " + end);
    }
  }

  private static void measure(
      Options options,
      Report report,
      Product product,
      Fleet fleet,
      Registration registration,
      String pack)
      throws IOException, InterruptedException {
    Api api = product.api();
    report.section("section.impact-of", pack, CANDIDATES.get(pack).toString());
    ChangedPack changed = new ChangedPack(rules().resolve(pack), CANDIDATES.get(pack));
    api.upload("/rule-packs", changed.zip(), "application/zip");
    String run = "i" + Long.toString(System.nanoTime() >>> 20, 36);
    String host = product.address().getHostString() + ":" + product.address().getPort();
    Requests requests = new Requests(new Records(fleet, run), registration.signers(run), 1, host);
    OfferedLoad warm = new OfferedLoad(product.address(), requests, options.load(), CLIENTS);
    warm.begin();
    Thread.sleep(WARM_MILLIS);
    warm.end();
    OfferedLoad load =
        new OfferedLoad(product.address(), requests, options.load(), CLIENTS).begin();
    double cpu = Proc.cpuSeconds(product.pid());
    JsonNode job = run(api, pack);
    OfferedLoad.Served served = load.end();
    cpu = Proc.cpuSeconds(product.pid()) - cpu;
    report(options, report, job, served, cpu, product);
  }

  private static JsonNode run(Api api, String pack) throws IOException, InterruptedException {
    LocalDate today = LocalDate.now(CHINA);
    ObjectNode period = new ObjectMapper().createObjectNode();
    period.put("from", today.minusDays(31) + "").put("to", today + "");
    String jobs = "/rule-packs/" + pack + "/" + ChangedPack.VERSION + "/impact";
    String place = jobs + "/" + api.post(jobs, period).path("id").asText();
    JsonNode job = api.get(place);
    while (!job.has("ended")) {
      Thread.sleep(500);
      job = api.get(place);
    }
    if (!job.path("state").asText().equals("done")) {
      throw new IOException("the job did not come to its end: " + job);
    }
    return job;
  }

  private static void report(
      Options options,
      Report report,
      JsonNode job,
      OfferedLoad.Served served,
      double cpu,
      Product product)
      throws IOException {
    Instant started = Instant.parse(job.path("started").asText());
    Instant ended = Instant.parse(job.path("ended").asText());
    double seconds = (ended.toEpochMilli() - started.toEpochMilli()) / 1000.0;
    JsonNode result = job.path("result");
    long records = result.path("records").asLong();
    report.figure("impact-records", "", records, Bar.atLeast(options.records()));
    report.figure("impact", "", seconds, Bar.atMost(records / PER_SECOND));
    report.figure("rate", "", records / seconds, Bar.atLeast(PER_SECOND));
    report.figure("extrapolated", "", 10_000_000 / (records / seconds));
    report.figure("served", "", 100 * served.share(), Bar.atLeast(100 * SERVED));
    report.figure("p99", "", served.result().latencies().millis(0.99));
    report.figure("flips", "", result.path("flips").asLong());
    report.figure("differing", "", result.path("differing").asLong());
    double checked = Math.min(CHECKED, 0.9 * records);
    report.figure("checked", "", result.at("/checked/records").asLong(), Bar.atLeast(checked));
    report.figure("different", "", result.at("/checked/different").asLong(), Bar.atMost(0));
    report.figure("unreadable", "", result.path("unreadable").asLong(), Bar.atMost(0));
    for (String how : List.of("remembered", "evaluated", "whole")) {
      report.figure("effort", report.text(how), result.at("/effort/" + how).asLong());
    }
    report.figure("server-cpu", "", 100 * cpu / seconds);
    report.figure("rss", "", Proc.residentMib(product.pid()));
  }
}
