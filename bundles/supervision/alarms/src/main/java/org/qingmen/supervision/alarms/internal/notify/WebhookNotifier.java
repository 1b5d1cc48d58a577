package org.qingmen.supervision.alarms.internal.notify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.alarm.NotDeliveredException;
import org.qingmen.spi.alarm.Notice;
import org.qingmen.spi.alarm.Notifier;
import org.qingmen.spi.trust.Outbound;

/**
 * Posts messages to other systems, signed: header {@code Qingmen-Signature: t=UNIX,v1=HEX}, where
 * HEX is the HMAC-SHA256 over {@code t + "." + body} under the rule's secret. Any 2xx is a receipt.
 */
@Component(service = Notifier.class)
public final class WebhookNotifier implements Notifier {

  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int GONE = 410;

  private final SigningKey key;
  private final Outbound outbound;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(LONGEST)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** Wired by the container. */
  @Activate
  public WebhookNotifier(@Reference SigningKey key, @Reference Outbound outbound) {
    this.key = key;
    this.outbound = outbound;
  }

  @Override
  public String channel() {
    return "webhook";
  }

  @Override
  public void send(Notice notice) throws NotDeliveredException {
    long time = System.currentTimeMillis() / 1000;
    String body = new String(notice.json(), StandardCharsets.UTF_8);
    HttpRequest request;
    try {
      request =
          HttpRequest.newBuilder(URI.create(notice.address()))
              .timeout(LONGEST)
              .header("Content-Type", "application/json; charset=utf-8")
              .header("Qingmen-Event", notice.event())
              .header("Qingmen-Delivery", notice.id())
              .header(
                  "Qingmen-Signature",
                  "t=" + time + ",v1=" + key.sign(notice.rule(), time + "." + body))
              .POST(HttpRequest.BodyPublishers.ofByteArray(notice.json()))
              .build();
    } catch (IllegalArgumentException e) {
      throw new NotDeliveredException("no http address: " + e.getMessage(), false, e);
    }
    int status = post(request);
    if (status / 100 != 2) {
      // Only the class: a rule must not tell its author what else answers inside the network.
      throw new NotDeliveredException(
          "not accepted (" + status / 100 + "xx)", status != GONE, null);
    }
  }

  private int post(HttpRequest request) throws NotDeliveredException {
    if (!outbound.permits(request.uri().getHost())) {
      throw new NotDeliveredException(
          "not sent: " + request.uri().getHost() + " is not in org.qingmen.outbound.cfg",
          false,
          null);
    }
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new NotDeliveredException("not reached", true, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotDeliveredException("interrupted", true, e);
    }
  }
}
