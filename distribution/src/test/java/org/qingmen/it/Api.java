package org.qingmen.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One caller of the HTTP API, with their token; answers are read as JSON. */
public final class Api {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ServerProcess server;
  private final String token;
  private final String language;

  private Api(ServerProcess server, String token, String language) {
    this.server = server;
    this.token = token;
    this.language = language;
  }

  /** The administrator, who holds every role. */
  public static Api admin(ServerProcess server) {
    return signIn(server, "admin", server.adminPassword());
  }

  /** Somebody with an account. */
  public static Api signIn(ServerProcess server, String user, String password) {
    Answer answer =
        nobody(server)
            .post("/tokens", "{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}");
    if (answer.status() != 200) {
      throw new IllegalStateException("signing in failed: " + answer);
    }
    return new Api(server, answer.body().path("token").asText(), "en");
  }

  /** Somebody without a token. */
  public static Api nobody(ServerProcess server) {
    return new Api(server, null, "en");
  }

  /** Somebody else at the same server. */
  public Api as(String user, String password) {
    return signIn(server, user, password);
  }

  /** The same caller, reading another language. */
  public Api reading(String other) {
    return new Api(server, token, other);
  }

  /** An answer: status, body as JSON (missing when it is none) and the position it carries. */
  public record Answer(int status, JsonNode body, String position) {}

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** Reads after everything up to a position can be read. */
  public Answer getAfter(String position, String path) {
    return send(request(path).header("Qingmen-Read-After", position).GET());
  }

  public Answer post(String path, String json) {
    return send(request(path).POST(BodyPublishers.ofString(json)));
  }

  public Answer post(String path, byte[] body, String type) {
    return send(
        request(path).setHeader("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
  }

  public Answer put(String path, String json) {
    return send(request(path).PUT(BodyPublishers.ofString(json)));
  }

  /** Any method, with a body or none. */
  public Answer call(String method, String path, String json) {
    return send(
        request(path)
            .method(
                method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
  }

  /** Any method with one more header; the answer with its headers. */
  public HttpResponse<String> conditional(
      String method, String path, String json, String header, String value) {
    return server.send(
        request(path)
            .header(header, value)
            .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
            .build());
  }

  /** Sends a request signed with a device's key. */
  public Answer signed(DeviceSignature signature, String path, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    return send(
        request(path)
            .setHeader("Authorization", signature.of("POST", "/api/v1" + path, body))
            .POST(BodyPublishers.ofByteArray(body)));
  }

  /** Reads with a device's key; an entity tag makes it conditional. */
  public HttpResponse<String> signedGet(DeviceSignature signature, String path, String tag) {
    HttpRequest.Builder request =
        request(path)
            .setHeader("Authorization", signature.of("GET", "/api/v1" + path, new byte[0]))
            .GET();
    return server.send((tag == null ? request : request.header("If-None-Match", tag)).build());
  }

  /** A file to take along. */
  byte[] file(String path) {
    return server.fetch(request(path).GET().build()).body();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri("/api/v1" + path))
            .header("Content-Type", "application/json")
            .header("Accept-Language", language)
            // A test that waits for an answer that never comes must say so.
            .timeout(Duration.ofMinutes(3));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request) {
    HttpResponse<String> answer = server.send(request.build());
    return new Answer(
        answer.statusCode(),
        json(answer),
        answer.headers().firstValue("Qingmen-Position").orElse(null));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    try {
      return type.contains("json") ? JSON.readTree(answer.body()) : JSON.missingNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
