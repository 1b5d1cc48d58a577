package org.qingmen.supervision.stages.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.qingmen.model.EmissionStage;
import org.qingmen.spi.kit.TestClock;
import org.qingmen.spi.stage.EmissionStageLookup.Evidence;
import org.qingmen.spi.stage.EmissionStageLookup.Question;

@DisplayName("A query service over HTTP")
class HttpLookupTest {

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch silent = new CountDownLatch(1);
  private final TestClock clock = new TestClock();
  private HttpServer server;
  private volatile String body =
      "{\"stage\":\"5\",\"text\":\"已联网\",\"asOf\":\"2026-09-01T08:00:00+08:00\"}";
  private volatile int status = 200;
  private volatile boolean hanging;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/stage",
        exchange -> {
          asked.add(
              URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8)
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization"));
          if (hanging) {
            await();
          }
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, status == 404 ? -1 : bytes.length);
          exchange.getResponseBody().write(status == 404 ? new byte[0] : bytes);
          exchange.close();
        });
    server.start();
  }

  private void await() {
    try {
      silent.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void stop() {
    silent.countDown();
    server.stop(0);
  }

  @Test
  @DisplayName("is asked with what is known, and its answer is believed for a time")
  void asksAndRemembers() {
    HttpLookup lookup = lookup(url());

    Evidence answer = lookup.find(question("LZZ1")).orElseThrow();
    assertThat(answer.stage()).isEqualTo(EmissionStage.V);
    assertThat(answer.kind()).isEqualTo("query");
    assertThat(answer.text()).isEqualTo("已联网");
    assertThat(answer.asOf()).isEqualTo(Instant.parse("2026-09-01T00:00:00Z"));
    assertThat(asked).containsExactly("vin=LZZ1&engine=WP10&plate=冀B12345 Bearer secret");

    lookup.find(question("LZZ1"));
    assertThat(asked).hasSize(1);
    clock.advance(Duration.ofMinutes(61));
    lookup.find(question("LZZ1"));
    assertThat(asked).hasSize(2);
  }

  @Test
  @DisplayName("that knows nothing is not asked again for a time")
  void remembersNothing() {
    status = 404;
    HttpLookup lookup = lookup(url());

    assertThat(lookup.find(question("LZZ2"))).isEmpty();
    assertThat(lookup.find(question("LZZ2"))).isEmpty();
    assertThat(asked).hasSize(1);
  }

  @Test
  @DisplayName("that keeps failing is left alone, tried once, and used again when it is well")
  void leavesItAlone() {
    status = 500;
    HttpLookup lookup = lookup(url());
    for (int i = 0; i < 5; i++) {
      assertThat(lookup.find(question("LZZ" + i))).isEmpty();
    }
    assertThat(asked).hasSize(2);

    clock.advance(Duration.ofSeconds(31));
    assertThat(lookup.find(question("LZZ8"))).isEmpty();
    assertThat(lookup.find(question("LZZ9"))).isEmpty();
    assertThat(asked).hasSize(3);

    status = 200;
    clock.advance(Duration.ofSeconds(31));
    assertThat(lookup.find(question("LZZ8"))).isPresent();
    assertThat(lookup.find(question("LZZ9"))).isPresent();
  }

  @Test
  @DisplayName("that says nonsense, nothing at all, or is not there proves nothing")
  void provesNothing() {
    for (String nonsense :
        List.of("[]", "{\"stage\":\"7\"}", "<html>", "{\"stage\":\"5\",\"asOf\":\"gestern\"}")) {
      body = nonsense;
      assertThat(lookup(url()).find(question("LZZ1"))).as(nonsense).isEmpty();
    }
    hanging = true;
    assertThat(lookup(url()).find(question("LZZ1"))).isEmpty();
    server.stop(0);
    assertThat(lookup(url()).find(question("LZZ1"))).isEmpty();
    assertThat(lookup("").find(question("LZZ1"))).isEmpty();
    assertThat(lookup(url()).find(new Question(null, null, "ZZ4257", null, null, null)))
        .isEqualTo(Optional.empty());
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/stage";
  }

  private static Question question(String vin) {
    return new Question(vin, "WP10", null, "冀B12345", null, null);
  }

  private HttpLookup lookup(String url) {
    return new HttpLookup(new Config(url), clock);
  }

  private record Config(String url) implements HttpLookupConfig {

    @Override
    public String name() {
      return "试验平台";
    }

    @Override
    public String token() {
      return "secret";
    }

    @Override
    public int timeout_milliseconds() {
      return 400;
    }

    @Override
    public int cache_minutes() {
      return 60;
    }

    @Override
    public int failures() {
      return 2;
    }

    @Override
    public int pause_seconds() {
      return 30;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
      return HttpLookupConfig.class;
    }
  }
}
