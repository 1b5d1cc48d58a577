package org.qingmen.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** The administrator at the API of a server; signs in again when the server was restarted. */
public final class Office {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ServerProcess server;
  private String token;

  private Office(ServerProcess server) {
    this.server = server;
  }

  /**
   * Signs in as {@code admin}.
   *
   * @param server a running server
   * @return the office
   */
  public static Office of(ServerProcess server) {
    Office office = new Office(server);
    office.signIn();
    return office;
  }

  /** Signs in again: tokens may end with the server's process. */
  public void signIn() {
    ObjectNode account = JSON.createObjectNode();
    account.put("user", "admin").put("password", server.adminPassword());
    HttpRequest request =
        HttpRequest.newBuilder(server.uri("/api/v1/tokens"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(account.toString()))
            .build();
    token = read(good(server.send(request))).path("token").asText();
  }

  /**
   * Registers an enterprise and a device of it that signs its requests.
   *
   * @param enterprise discharge-unit code
   * @return the device
   */
  public Gate newGate(String enterprise) {
    ObjectNode registered = JSON.createObjectNode();
    registered.put("id", enterprise).put("name", "示例企业 " + enterprise).put("division", "130202");
    registered.putArray("industries").addObject().put("code", "I15");
    send("PUT", "/enterprises/" + enterprise, registered);
    ObjectNode device = JSON.createObjectNode();
    device.put("enterprise", enterprise).put("protocol", "native");
    JsonNode made = send("POST", "/devices", device);
    return new Gate(server, enterprise, made.path("keyId").asText(), made.path("secret").asText());
  }

  /**
   * Reads a resource.
   *
   * @param path below {@code /api/v1}
   * @return its JSON
   */
  public JsonNode get(String path) {
    return read(good(ask(path, 0)));
  }

  /**
   * Fetches a file.
   *
   * @param path below {@code /api/v1}
   * @return its bytes
   */
  public byte[] file(String path) {
    HttpResponse<byte[]> answer = server.fetch(authorized(path).build());
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + answer.statusCode());
    }
    return answer.body();
  }

  /**
   * Reads a resource once a position is projected.
   *
   * @param path below {@code /api/v1}
   * @param position a {@code Qingmen-Position}
   * @return its JSON
   */
  public JsonNode getAfter(String path, long position) {
    HttpResponse<String> answer = ask(path, position);
    for (int attempt = 0; answer.statusCode() == 503 && attempt < 12; attempt++) {
      answer = ask(path, position); // it has waited ten seconds by itself
    }
    return read(good(answer));
  }

  /**
   * All items of a list, page by page.
   *
   * @param path below {@code /api/v1}, with a question mark
   * @param position position that is projected first
   * @return the items
   */
  public List<JsonNode> all(String path, long position) {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = getAfter(path + "&limit=1000" + cursor, position);
      page.path("items").forEach(items::add);
      cursor = page.path("next").isNull() ? null : "&cursor=" + page.path("next").asText();
    } while (cursor != null);
    return items;
  }

  private JsonNode send(String method, String path, JsonNode body) {
    HttpRequest request =
        authorized(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body.toString()))
            .build();
    return read(good(server.send(request)));
  }

  private HttpResponse<String> ask(String path, long position) {
    HttpRequest.Builder request = authorized(path);
    if (position > 0) {
      request.header("Qingmen-Read-After", String.valueOf(position));
    }
    return server.send(request.build());
  }

  private HttpRequest.Builder authorized(String path) {
    return HttpRequest.newBuilder(server.uri("/api/v1" + path))
        .header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> good(HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(
          answer.request().method()
              + " "
              + answer.uri()
              + ": "
              + answer.statusCode()
              + " "
              + answer.body());
    }
    return answer;
  }

  private static JsonNode read(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
