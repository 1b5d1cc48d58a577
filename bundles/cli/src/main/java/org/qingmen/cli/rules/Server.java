package org.qingmen.cli.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** A running server, spoken to over its HTTP API. */
final class Server {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final String base;
  private final String language;
  private String token;

  private Server(String base, String language) {
    this.base = base;
    this.language = language;
  }

  /** An answer: status and JSON body, an empty object when it has none. */
  record Answer(int status, JsonNode body) {

    boolean good() {
      return status >= 200 && status < 300;
    }
  }

  /**
   * Signs in: by {@code QINGMEN_TOKEN}, or as {@code --user} with {@code QINGMEN_PASSWORD} or a
   * password asked for.
   */
  static Server of(Call call, Texts texts) throws IOException, InterruptedException {
    String port = System.getenv().getOrDefault("QINGMEN_HTTP_PORT", "8181");
    String otherwise = System.getenv().getOrDefault("QINGMEN_URL", "http://localhost:" + port);
    String url = call.option("--url", otherwise).replaceAll("/+$", "");
    String language = texts.terminal().locale().getLanguage().equals("en") ? "en" : "zh-CN";
    Server server = new Server(url + "/api/v1", language);
    server.token = System.getenv("QINGMEN_TOKEN");
    if (server.token == null) {
      server.signIn(call.option("--user", null), texts);
    }
    return server;
  }

  private void signIn(String user, Texts texts) throws IOException, InterruptedException {
    if (user == null) {
      throw new WrongCall("needs-token");
    }
    String password = System.getenv("QINGMEN_PASSWORD");
    Console console = System.console();
    if (password == null && console != null) {
      char[] typed = console.readPassword("%s ", texts.say("password", user));
      password = typed == null ? null : new String(typed);
    }
    if (password == null) {
      throw new WrongCall("needs-token");
    }
    byte[] body = JSON.writeValueAsBytes(Map.of("user", user, "password", password));
    Answer answer = post("/tokens", "application/json", body);
    if (!answer.good()) {
      throw new IOException(answer.body().path("detail").asText("HTTP " + answer.status()));
    }
    token = answer.body().path("token").asText();
  }

  Answer post(String path, String type, byte[] body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    request.timeout(Duration.ofMinutes(5)).header("Accept-Language", language);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
    return new Answer(response.statusCode(), json(response.body()));
  }

  private static JsonNode json(byte[] body) {
    try {
      JsonNode node = JSON.readTree(body);
      return node.isObject() ? node : JSON.createObjectNode();
    } catch (IOException e) {
      return JSON.createObjectNode();
    }
  }
}
