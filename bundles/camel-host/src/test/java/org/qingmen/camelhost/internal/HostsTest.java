package org.qingmen.camelhost.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.camelhost.ConnectorState;
import org.qingmen.camelhost.ConnectorState.Kind;
import org.qingmen.camelhost.ConnectorState.State;
import org.qingmen.camelhost.RouteGuard;

class HostsTest {

  private final Platform platform = new Platform();
  private final Hosts hosts =
      new Hosts(
          () -> new QingmenComponent(platform, platform),
          Clock.systemUTC(),
          Duration.ofSeconds(8),
          Duration.ofSeconds(10));

  @TempDir private Path folder;

  @AfterEach
  void stopAll() {
    hosts.close();
  }

  @Test
  void everyConnectorHasAContextAndAStartTimeOfItsOwn() {
    start("one", timer());
    var first = state("one").startedAt();
    start("two", timer());
    hosts.stop("two");
    assertThat(state("one").startedAt()).isEqualTo(first).isNotNull();
    assertThat(hosts.list()).extracting(ConnectorState::id).containsExactly("one");
  }

  @Test
  void aConnectorThatFailsToStartHurtsNobodyElse() {
    start("good", timer());
    start("bad", route("nonsense:address"));
    assertThat(state("good").state()).isEqualTo(State.STARTED);
    assertThat(state("bad").state()).isEqualTo(State.FAILED);
    assertThat(state("bad").problem().code()).isEqualTo("start-failed");
    assertThat(state("bad").problem().message().zh()).contains("nonsense");
  }

  @Test
  void aConnectorThatNeverFinishesStartingIsGivenUp() {
    CountDownLatch never = new CountDownLatch(1);
    hosts.start("slow", "slow", Kind.BUNDLE, context -> never.await(), loader()).join();
    assertThat(state("slow").state()).isEqualTo(State.FAILED);
    assertThat(state("slow").problem().code()).isEqualTo("start-timeout");
  }

  @Test
  void aRouteFileReachesThePlatformAndItsRemovalFreesThePort() throws Exception {
    int port = Ports.free();
    RouteFiles files = new RouteFiles(hosts, new RouteGuard(RouteGuard.COMPONENTS, folder));
    Path file = write("door.camel.yaml", door(port, "qingmen:passage?enterprise=E1"));
    files.take(file.toFile());
    untilStarted(port);
    HttpResponse<String> answer = post(port, "{\"serial\":\"s1\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"verdict\":\"allow\"", "\"receipt\":\"R-s1\"");
    assertThat(platform.submitted.get(0).enterprise()).isEqualTo("E1");
    assertThat(platform.submitted.get(0).source()).startsWith("route:");
    assertThat(state("door.camel.yaml").received()).isEqualTo(1);
    files.remove(file.toFile());
    assertThat(hosts.list()).isEmpty();
    Ports.assertFree(port);
  }

  @Test
  void aJournalThatCannotWriteIsAnswered503() throws Exception {
    int port = Ports.free();
    platform.journalDown = true;
    RouteFiles files = new RouteFiles(hosts, new RouteGuard(RouteGuard.COMPONENTS, folder));
    files.take(write("door.yaml", door(port, "qingmen:passage")).toFile());
    untilStarted(port);
    HttpResponse<String> answer = post(port, "{}");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("7");
  }

  @Test
  void aBadVersionOfARouteFileNeverReplacesAGoodOne() throws Exception {
    int port = Ports.free();
    RouteFiles files = new RouteFiles(hosts, new RouteGuard(RouteGuard.COMPONENTS, folder));
    Path file = write("door.yaml", door(port, "qingmen:passage"));
    files.take(file.toFile());
    untilStarted(port);
    Files.writeString(file, door(port, "exec:ls"));
    files.take(file.toFile());
    assertThat(state("door.yaml").state()).isEqualTo(State.STARTED);
    assertThat(state("door.yaml").problem().code()).isEqualTo("component-not-allowed");
    assertThat(post(port, "{\"serial\":\"s2\"}").statusCode()).isEqualTo(200);
  }

  @Test
  void aRefusedRouteFileIsListedWithItsReasonUntilItIsRemoved() throws Exception {
    RouteFiles files = new RouteFiles(hosts, new RouteGuard(RouteGuard.COMPONENTS, folder));
    Path file = write("bad.yaml", "- {from: {uri: 'exec:ls', steps: [{stop: {}}]}}");
    files.take(file.toFile());
    assertThat(state("bad.yaml").state()).isEqualTo(State.REFUSED);
    assertThat(state("bad.yaml").problem().message().en()).contains("exec");
    files.remove(file.toFile());
    assertThat(hosts.list()).isEmpty();
  }

  private Path write(String name, String yaml) throws IOException {
    return Files.writeString(folder.resolve(name), yaml);
  }

  private static String door(int port, String target) {
    return """
        - route:
            from:
              uri: netty-http:http://127.0.0.1:%d/door
              steps:
                - to: "%s"
        """
        .formatted(port, target);
  }

  private static HttpResponse<String> post(int port, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/door"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private void start(String id, RouteBuilder routes) {
    hosts.start(id, id, Kind.BUNDLE, context -> context.addRoutes(routes), loader()).join();
  }

  /** The port opens a moment before the route counts as started. */
  private void untilStarted(int port) {
    Ports.untilOpen(port);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (hosts.list().stream().anyMatch(one -> one.state() == State.STARTING)) {
      assertThat(System.nanoTime()).as("the route started").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private ConnectorState state(String id) {
    return hosts.list().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private static RouteBuilder timer() {
    return route("direct:in");
  }

  private static RouteBuilder route(String from) {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from(from).to("log:out?level=DEBUG");
      }
    };
  }

  private static ClassLoader loader() {
    return HostsTest.class.getClassLoader();
  }
}
