package org.qingmen.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Follows the alarms as the console does: with a token in the header, line by line. */
final class AlarmStreamReader implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<JsonNode> alarms = new CopyOnWriteArrayList<>();
  private final List<String> ids = new CopyOnWriteArrayList<>();
  private final List<String> comments = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> end;
  private volatile Stream<String> lines;

  AlarmStreamReader(ServerProcess server, String token, String last) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri("/api/v1/alarms/stream"))
            .header("Authorization", "Bearer " + token);
    if (last != null) {
      request.header("Last-Event-ID", last);
    }
    end =
        HttpClient.newHttpClient()
            .sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
            .thenAcceptAsync(this::read);
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

  private void read(HttpResponse<Stream<String>> answer) {
    lines = answer.body();
    lines.forEach(this::line);
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
  public void close() {
    if (lines != null) {
      lines.close();
    }
    end.cancel(true);
  }
}
