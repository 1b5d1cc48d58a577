package org.qingmen.api.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.JsonBodies;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.door.ShippedDocument;
import org.qingmen.spi.refusal.Refusal;

/** Resources come and go while requests are served. */
class ApiReloadTest {

  private final ApiServlet api = new ApiServlet(ShippedDocument.open());
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void start() throws Exception {
    connector.setPort(0);
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    ServletHolder holder = new ServletHolder(api);
    holder.setAsyncSupported(true);
    holder.setInitOrder(1);
    context.addServlet(holder, "/api/v1/*");
    server.setHandler(context);
    server.start();
    api.bindResource(new JsonBodies());
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
    api.deactivate();
  }

  @Test
  void aRequestUnderWayFinishesWhenItsResourceIsReplaced() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Weighing first = new Weighing("first", inside, goOn);
    replace(null, first);
    CompletableFuture<HttpResponse<String>> underWay = get("/weighing");
    assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

    replace(first, new Weighing("second", new CountDownLatch(1), new CountDownLatch(0)));

    assertThat(get("/weighing").get().body()).isEqualTo("second");
    goOn.countDown();
    assertThat(underWay.get().statusCode()).isEqualTo(200);
    assertThat(underWay.get().body()).isEqualTo("first");
  }

  @Test
  void noRequestFailsWhileResourcesAreSwapped() throws Exception {
    Weighing now = free("0");
    replace(null, now);
    CompletableFuture<Boolean> load =
        CompletableFuture.supplyAsync(
            () -> {
              boolean good = true;
              for (int i = 0; i < 300; i++) {
                good &= get("/weighing").join().statusCode() == 200;
              }
              return good;
            });

    for (int i = 1; i <= 10; i++) {
      Weighing next = free(String.valueOf(i));
      replace(now, next);
      now = next;
    }

    assertThat(load.get()).isTrue();
  }

  @Test
  void aResourceThatIsGoneIsNotFound() throws Exception {
    Weighing only = free("only");
    replace(null, only);
    assertThat(get("/weighing").get().statusCode()).isEqualTo(200);

    api.unbindResource(only);
    awaitLoaded();

    assertThat(get("/weighing").get().statusCode()).isEqualTo(404);
  }

  @Test
  void anAddressOfTheDocumentWhoseResourceIsNotThereYetIsUnavailableForAMoment() throws Exception {
    replace(null, free("only"));

    HttpResponse<String> answer = get("/alarms/open").get();

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void aRequestUnderWayCanStillBeRefusedAfterItsResourceWasReplaced() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Weighing refusing = new Weighing(null, inside, goOn);
    replace(null, refusing);
    CompletableFuture<HttpResponse<String>> underWay = get("/weighing");
    assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

    replace(refusing, free("next"));
    goOn.countDown();

    assertThat(underWay.get().statusCode()).as(underWay.get().body()).isEqualTo(404);
  }

  /** New before old, as Declarative Services does with greedy references; both at once. */
  private void replace(Weighing old, Weighing next) {
    synchronized (api) {
      api.bindResource(next);
      if (old != null) {
        api.unbindResource(old);
      }
    }
    awaitLoaded();
  }

  private void awaitLoaded() {
    while (!api.check().up()) {
      Thread.onSpinWait();
    }
  }

  private CompletableFuture<HttpResponse<String>> get(String path) {
    URI uri = URI.create("http://localhost:" + connector.getLocalPort() + "/api/v1" + path);
    return http.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static Weighing free(String answer) {
    return new Weighing(answer, new CountDownLatch(0), new CountDownLatch(0));
  }

  /** Answers when it is told to. */
  @Path("/weighing")
  public static final class Weighing implements ApiResource {

    private final String answer;
    private final CountDownLatch inside;
    private final CountDownLatch goOn;

    Weighing(String answer, CountDownLatch inside, CountDownLatch goOn) {
      this.answer = answer;
      this.inside = inside;
      this.goOn = goOn;
    }

    /** Weighs. */
    @GET
    public String weigh() throws InterruptedException {
      inside.countDown();
      goOn.await();
      if (answer == null) {
        throw Problems.refusal(Refusal.Kind.NOT_FOUND, "not-found", "weight");
      }
      return answer;
    }
  }
}
