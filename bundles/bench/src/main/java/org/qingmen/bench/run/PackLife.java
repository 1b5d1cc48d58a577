package org.qingmen.bench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.qingmen.bench.load.Fleet;
import org.qingmen.bench.load.Load;
import org.qingmen.bench.load.Records;
import org.qingmen.bench.load.Requests;
import org.qingmen.bench.report.Bar;
import org.qingmen.bench.report.Report;
import org.qingmen.bench.server.Api;
import org.qingmen.bench.server.Product;

/** How long a new rule pack takes until it decides: uploaded, dropped, and swapped under load. */
final class PackLife {

  private static final String ID = "bench.life";
  private static final double UPLOAD_SECONDS = 2;
  private static final double DROP_SECONDS = 4;
  private static final double LARGE_SECONDS = 5;
  private static final double PAUSE_MILLIS = 5;
  private static final long LONGEST_WAIT_SECONDS = 60;
  private static final int CLIENTS = 8;

  private final Product product;
  private final Report report;
  private final int seconds;
  private final Api api;
  private final Fleet fleet = new Fleet(10, 1_000);
  private final Registration registration;

  PackLife(Product product, Report report, int seconds) throws IOException {
    this.product = product;
    this.report = report;
    this.seconds = seconds;
    this.api = product.api();
    this.registration = Registration.of(fleet, api);
  }

  void run() throws IOException, InterruptedException {
    report.section("section.packs");
    report.figure("serving", report.text("first-upload"), upload(ID, "1.0.0", 40));
    for (String version : new String[] {"1.1.0", "1.2.0", "1.3.0"}) {
      String about = report.text("upload") + " 40, " + version;
      report.figure("serving", about, upload(ID, version, 40), Bar.atMost(UPLOAD_SECONDS));
    }
    report.figure("serving", report.text("drop") + " 40", drop("1.4.0"), Bar.atMost(DROP_SECONDS));
    double large = upload(ID + ".large", "1.0.0", 400);
    report.figure("serving", report.text("upload") + " 400", large, Bar.atMost(LARGE_SECONDS));
    swaps();
  }

  /** Seconds from the end of the upload until it decides; the upload itself takes milliseconds. */
  private double upload(String id, String version, int rules)
      throws IOException, InterruptedException {
    byte[] zip = new PackWriter(id, version, rules).zip();
    long begin = System.nanoTime();
    api.upload("/rule-packs", zip, "application/zip");
    api.post("/rule-packs/" + id + "/" + version + "/activate", null);
    return awaitDeciding(version, begin);
  }

  private double drop(String version) throws IOException, InterruptedException {
    Path draft = product.data().resolve("bench-draft.zip");
    Files.write(draft, new PackWriter(ID, version, 40).zip());
    Path target = product.data().resolve("deploy").resolve(ID + "-" + version + ".zip");
    long begin = System.nanoTime();
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    return awaitDeciding(version, begin);
  }

  private double awaitDeciding(String version, long begin)
      throws IOException, InterruptedException {
    while (!deciding(version)) {
      if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS)) {
        throw new IOException("version " + version + " does not decide: " + api.get("/rule-packs"));
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private boolean deciding(String version) throws IOException {
    ObjectNode question = new ObjectMapper().createObjectNode();
    question.put("enterprise", fleet.sites().get(0).id()).put("barrier", "A01");
    question
        .put("direction", "in")
        .putObject("plate")
        .put("number", "冀B12345")
        .put("colour", "yellow");
    for (JsonNode reason : api.post("/gate-checks", question).path("reasons")) {
      if (reason.path("code").asText().equals(PackWriter.MARK + version)) {
        return true;
      }
    }
    return false;
  }

  /** The same load without and with swaps; what a swap adds to the longest silence is its pause. */
  private void swaps() throws IOException, InterruptedException {
    Duration time = Duration.ofSeconds(Math.max(10, seconds / 2));
    load(Duration.ofSeconds(10));
    Load.Result quiet = load(time);
    Swapper swapper = new Swapper(api, ID, "1.4.0");
    Load.Result busy;
    try (swapper) {
      busy = load(time);
    }
    report.figure("swaps", "", swapper.count());
    report.figure("gap", report.text("without-swaps"), quiet.longestGapMillis());
    report.figure("gap", report.text("with-swaps"), busy.longestGapMillis());
    double pause = Math.max(0, busy.longestGapMillis() - quiet.longestGapMillis());
    report.figure("pause", "", pause, Bar.atMost(PAUSE_MILLIS));
    report.figure("p99", report.text("without-swaps"), quiet.latencies().millis(0.99));
    report.figure("p99", report.text("with-swaps"), busy.latencies().millis(0.99));
    report.figure("failed", report.text("with-swaps"), busy.refused(), Bar.atMost(0));
    if (busy.refused() > 0) {
      report.note("note.refused", report.text("with-swaps"), busy.refused(), busy.complaint());
    }
  }

  private Load.Result load(Duration time) throws IOException {
    String run = "s" + Long.toString(System.nanoTime() >>> 20, 36);
    InetSocketAddress target = product.address();
    String host = target.getHostString() + ":" + target.getPort();
    Requests requests = new Requests(new Records(fleet, run), registration.signers(run), 1, host);
    return new Load(target, requests).run(CLIENTS, time);
  }
}
