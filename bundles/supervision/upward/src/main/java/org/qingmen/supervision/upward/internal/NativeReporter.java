package org.qingmen.supervision.upward.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.report.Destination;
import org.qingmen.spi.report.Report;
import org.qingmen.spi.report.Sent;
import org.qingmen.spi.report.UpwardReporter;
import org.qingmen.spi.trust.Outbound;

/** Reports to another Qingmen through its HTTP door, signed as a platform below. */
@Component
public final class NativeReporter implements UpwardReporter {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The platform above does not like the request itself; smaller requests tell which record. */
  private static final Set<Integer> UNLIKED = Set.of(400, 413, 422);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /** Targets that answered last time; one that did not is asked whether it is ready first. */
  private final Set<String> answering = ConcurrentHashMap.newKeySet();

  private final Outbound outbound;

  @Activate
  public NativeReporter(@Reference Outbound outbound) {
    this.outbound = outbound;
  }

  @Override
  public String dialect() {
    return "native";
  }

  @Override
  public List<Sent> send(Destination destination, List<Report> reports) throws IOException {
    List<Sent> sent = new ArrayList<>();
    requireReady(destination);
    for (List<Report> run : runs(reports)) {
      try {
        sent.addAll(post(destination, run));
      } catch (IOException e) {
        answering.remove(destination.id());
        if (sent.isEmpty()) {
          throw e;
        }
        return sent; // what came before has its receipts; the rest is tried again
      }
    }
    return sent;
  }

  /** Neighbours that go to the same address. */
  private static List<List<Report>> runs(List<Report> reports) {
    List<List<Report>> runs = new ArrayList<>();
    for (Report report : reports) {
      List<Report> last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
      boolean joins =
          last != null
              && last.get(0).kind() == report.kind()
              && report.kind() != Report.Kind.SUMMARY
              && Objects.equals(last.get(0).ledger(), report.ledger());
      if (joins) {
        last.add(report);
      } else {
        runs.add(new ArrayList<>(List.of(report)));
      }
    }
    return runs;
  }

  private List<Sent> post(Destination destination, List<Report> run) throws IOException {
    HttpResponse<byte[]> answer = exchange(destination, path(run.get(0)), body(run));
    if (answer.statusCode() == 200) {
      return Answers.read(run, answer.body());
    }
    String reason = answer.statusCode() + " " + Answers.reason(answer.body());
    if (!UNLIKED.contains(answer.statusCode())) {
      throw Texts.trouble("refused", destination.address().getHost(), reason);
    }
    if (run.size() == 1) {
      return List.of(Sent.never(reason));
    }
    List<Sent> sent = new ArrayList<>();
    for (Report report : run) {
      sent.addAll(post(destination, List.of(report)));
    }
    return sent;
  }

  /** A server that is just starting is not disturbed. */
  private void requireReady(Destination destination) throws IOException {
    if (answering.contains(destination.id())) {
      return;
    }
    HttpRequest request =
        HttpRequest.newBuilder(address(destination, "/health/ready")).timeout(PATIENCE).build();
    int status = exchange(request).statusCode();
    if (status != 200) {
      throw Texts.trouble("not-ready", destination.address().getHost(), status);
    }
    answering.add(destination.id());
  }

  private static URI address(Destination destination, String path) {
    return URI.create(destination.address().toString().replaceAll("/+$", "") + path);
  }

  private HttpResponse<byte[]> exchange(Destination destination, String path, byte[] body)
      throws IOException {
    URI address = address(destination, "/api/v1" + path);
    String nonce = UUID.randomUUID().toString();
    String signature =
        Signing.header(
            destination.keyId(),
            destination.secret(),
            address.getRawPath(),
            body,
            Instant.now().getEpochSecond(),
            nonce);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Accept-Language", "zh-CN")
            .header("Authorization", signature)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return exchange(request);
  }

  private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
    String host = request.uri().getHost();
    if (!outbound.permits(host)) {
      throw Texts.trouble("barred", host);
    }
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (IOException e) {
      throw Texts.trouble(e instanceof HttpTimeoutException ? "late" : "silent", host);
    }
  }

  private static String path(Report report) {
    return switch (report.kind()) {
      case PASSAGE -> "/passages";
      case SUMMARY -> "/reports/daily";
      case LEDGER ->
          "/ledger/" + ("weigh-ticket".equals(report.ledger()) ? "weigh-tickets" : report.ledger());
    };
  }

  private static byte[] body(List<Report> run) {
    if (run.get(0).kind() == Report.Kind.SUMMARY) {
      return run.get(0).document();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < run.size(); i++) {
      out.writeBytes((i == 0 ? "[" : ",").getBytes(StandardCharsets.UTF_8));
      out.writeBytes(run.get(i).document());
    }
    out.writeBytes("]".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }
}
