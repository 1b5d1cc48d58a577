package org.qingmen.simulate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Posts like a device: again after a refusal or a broken connection, while its patience lasts. */
final class Http {

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final long PAUSE_NANOS = 500_000_000L;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final long patienceNanos;

  Http(Options options) {
    this.patienceNanos = options.number("--patience", 0) * 1_000_000_000L;
  }

  /**
   * Posts until the server answers 2xx.
   *
   * @param headers made anew for each attempt, because a nonce serves once
   * @return the body of the answer
   */
  String post(URI address, byte[] body, Supplier<Map<String, String>> headers) throws IOException {
    long end = System.nanoTime() + patienceNanos;
    while (true) {
      String problem;
      try {
        HttpResponse<String> answer = once(address, body, headers.get());
        if (answer.statusCode() / 100 == 2) {
          return answer.body();
        }
        problem = "HTTP " + answer.statusCode() + " " + answer.body();
        if (answer.statusCode() != 503 && answer.statusCode() != 429) {
          throw new IOException(problem);
        }
      } catch (java.net.ConnectException | java.net.http.HttpTimeoutException e) {
        problem = "no answer from " + address;
      }
      if (System.nanoTime() >= end) {
        throw new IOException(problem);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private HttpResponse<String> once(URI address, byte[] body, Map<String, String> headers)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(LONGEST)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
