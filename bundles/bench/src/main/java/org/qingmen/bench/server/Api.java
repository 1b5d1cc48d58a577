package org.qingmen.bench.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The product's HTTP API as a person uses it, signed in. */
public final class Api {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final URI base;
  private final String token;

  /** Signs in. */
  public Api(HttpClient http, URI base, String user, String password) throws IOException {
    this.http = http;
    this.base = base;
    String account = JSON.createObjectNode().put("user", user).put("password", password).toString();
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/api/v1/tokens"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(account))
            .build();
    this.token = JSON.readTree(good(request).body()).path("token").asText();
  }

  /** Reads a resource. */
  public JsonNode get(String path) throws IOException {
    return call("GET", path, null);
  }

  /** Sends JSON. */
  public JsonNode post(String path, JsonNode body) throws IOException {
    return call("POST", path, body);
  }

  /** Replaces a resource. */
  public JsonNode put(String path, JsonNode body) throws IOException {
    return call("PUT", path, body);
  }

  /** Uploads bytes, such as a rule pack. */
  public JsonNode upload(String path, byte[] bytes, String type) throws IOException {
    HttpRequest request =
        authorized(path)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(bytes))
            .build();
    return JSON.readTree(good(request).body());
  }

  private JsonNode call(String method, String path, JsonNode body) throws IOException {
    HttpRequest request =
        authorized(path)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
            .build();
    return JSON.readTree(good(request).body());
  }

  private HttpRequest.Builder authorized(String path) {
    return HttpRequest.newBuilder(base.resolve("/api/v1" + path))
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> good(HttpRequest request) throws IOException {
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IOException(
            request.method()
                + " "
                + request.uri()
                + ": "
                + answer.statusCode()
                + " "
                + answer.body());
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
