package org.qingmen.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Follows the alarms as the console does: with a token in the header, line by line. */
final class AlarmStreamReader implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<JsonNode> alarms = new CopyOnWriteArrayList<>();
  private final List<String> ids = new CopyOnWriteArrayList<>();
  private final List<String> comments = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile InputStream body;

  AlarmStreamReader(ServerProcess server, String token, String last) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri("/api/v1/alarms/stream"))
            .header("Authorization", "Bearer " + token);
    if (last != null) {
      request.header("Last-Event-ID", last);
    }
    HttpRequest asked = request.build();
    thread = new Thread(() -> read(asked), "alarm-stream-reader");
    thread.setDaemon(true);
    thread.start();
  }

  List<JsonNode> alarms() {
    return alarms;
  }

  /** Id of the last event, to continue from. */
  String last() {
    return ids.get(ids.size() - 1);
  }

  /** Whether the stream has begun. */
  boolean begun() {
    return !comments.isEmpty();
  }

  private void read(HttpRequest request) {
    try {
      body = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream()).body();
      BufferedReader reader = new BufferedReader(new InputStreamReader(body, UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        line(line);
      }
    } catch (IOException e) {
      // Closed by the test, or the server went; what was read stays.
      comments.add(": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void line(String line) {
    if (line.startsWith(":")) {
      comments.add(line);
    } else if (line.startsWith("id: ")) {
      ids.add(line.substring(4));
    } else if (line.startsWith("data: {\"id\"")) {
      try {
        alarms.add(JSON.readTree(line.substring(6)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (body != null) {
      body.close();
    }
    thread.interrupt();
  }
}
