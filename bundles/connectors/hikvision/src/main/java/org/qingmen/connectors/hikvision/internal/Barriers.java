package org.qingmen.connectors.hikvision.internal;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.qingmen.spi.device.Device;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens arms: {@code PUT /ISAPI/Parking/channels/N/barrierGate} with HTTP digest. A device has an
 * arm when its setting {@code barrierUrl} names the camera and the secrets file holds its account.
 * The camera is not kept waiting for it.
 */
final class Barriers {

  private static final Logger LOG = LoggerFactory.getLogger(Barriers.class);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final String OPEN =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
          + "<BarrierGate><ctrlMode>open</ctrlMode></BarrierGate>";

  private final Secrets secrets;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LONGEST).build();

  Barriers(Secrets secrets) {
    this.secrets = secrets;
  }

  /** Opens the arm of a device; done when the camera answered, with true when it agreed. */
  CompletableFuture<Boolean> open(Device device) {
    String base = device.setting("barrierUrl", "");
    Optional<Secrets.Account> account = secrets.of(device.id());
    if (base.isEmpty() || account.isEmpty()) {
      return CompletableFuture.completedFuture(false);
    }
    String channel = device.setting("barrierChannel", "1");
    URI uri = URI.create(base).resolve("/ISAPI/Parking/channels/" + channel + "/barrierGate");
    return send(uri, null)
        .thenCompose(
            first ->
                first.statusCode() == 401
                    ? send(uri, answer(first, uri, account.get()))
                    : CompletableFuture.completedFuture(first))
        .handle((response, failure) -> report(device, response, failure));
  }

  private CompletableFuture<HttpResponse<String>> send(URI uri, String authorization) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(LONGEST)
            .header("Content-Type", "application/xml")
            .PUT(HttpRequest.BodyPublishers.ofString(OPEN, StandardCharsets.UTF_8));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String answer(HttpResponse<String> first, URI uri, Secrets.Account account) {
    Map<String, String> challenge =
        first.headers().allValues("WWW-Authenticate").stream()
            .filter(header -> header.regionMatches(true, 0, "Digest", 0, 6))
            .map(Digest::challenge)
            .findFirst()
            .orElse(Map.of());
    return Digest.answer(challenge, "PUT", uri.getRawPath(), account.user(), account.password());
  }

  private static boolean report(Device device, HttpResponse<String> response, Throwable failure) {
    boolean agreed = failure == null && response.statusCode() / 100 == 2;
    if (!agreed) {
      String why = failure == null ? "HTTP " + response.statusCode() : failure.toString();
      LOG.warn("the arm of device {} was not opened: {}", device.id(), why);
    }
    return agreed;
  }
}
