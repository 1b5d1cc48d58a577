package org.qingmen.supervision.stages.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.qingmen.model.Coded;
import org.qingmen.model.EmissionStage;
import org.qingmen.spi.stage.EmissionStageLookup;
import org.qingmen.store.StoredJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a query service over HTTP: {@code GET url?vin=&engine=&model=&plate=}, answered {@code
 * {stage, text, asOf}} or 404. Asks nothing while no address is configured.
 */
@Component(
    service = EmissionStageLookup.class,
    configurationPid = HttpLookupConfig.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class HttpLookup implements EmissionStageLookup {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Logger LOG = LoggerFactory.getLogger(HttpLookup.class);
  private static final int LONGEST = 64 * 1024;

  private final HttpLookupConfig config;
  private final HttpClient client;
  private final AnswerCache cache;
  private final Breaker breaker;

  /** Wired by the container. */
  @Activate
  public HttpLookup(HttpLookupConfig config) {
    this(config, Clock.systemUTC());
  }

  HttpLookup(HttpLookupConfig config, Clock clock) {
    this.config = config;
    this.client = HttpClient.newBuilder().connectTimeout(patience(config)).build();
    this.cache = new AnswerCache(Duration.ofMinutes(config.cache_minutes()), clock);
    this.breaker =
        new Breaker(config.failures(), Duration.ofSeconds(config.pause_seconds()), clock);
  }

  private static Duration patience(HttpLookupConfig config) {
    return Duration.ofMillis(config.timeout_milliseconds());
  }

  @Override
  public String name() {
    return "http";
  }

  @Override
  public Optional<Evidence> find(Question question) {
    boolean asked = question.vin() != null || question.engine() != null;
    if (config.url().isBlank() || !asked) {
      return Optional.empty();
    }
    URI uri = uri(question);
    Optional<Optional<Evidence>> kept = cache.get(uri.toString());
    if (kept.isPresent()) {
      return kept.get();
    }
    if (!breaker.closed()) {
      return Optional.empty();
    }
    try {
      Optional<Evidence> answer = ask(uri);
      breaker.succeeded();
      cache.put(uri.toString(), answer);
      return answer;
    } catch (IOException e) {
      if (breaker.failed()) {
        LOG.info("the stage query service does not answer and is left alone: {}", e.toString());
      }
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Optional<Evidence> ask(URI uri) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(patience(config)).GET();
    request.header("Accept", "application/json");
    if (!config.token().isBlank()) {
      request.header("Authorization", "Bearer " + config.token());
    }
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (response.statusCode() == 404 || response.statusCode() == 204) {
      return Optional.empty();
    }
    if (response.statusCode() != 200 || response.body().length() > LONGEST) {
      throw new IOException("status " + response.statusCode());
    }
    return read(JSON.readTree(response.body()));
  }

  private Optional<Evidence> read(JsonNode answer) throws IOException {
    Optional<EmissionStage> stage = Coded.of(EmissionStage.class, StoredJson.text(answer, "stage"));
    if (stage.isEmpty()) {
      throw new IOException("the answer has no stage");
    }
    String text = answer.path("text").asText(config.name());
    try {
      String asOf = StoredJson.text(answer, "asOf");
      return Optional.of(
          new Evidence(
              stage.get(),
              "query",
              text,
              asOf == null ? null : OffsetDateTime.parse(asOf).toInstant()));
    } catch (DateTimeException e) {
      throw new IOException("the answer's time cannot be read", e);
    }
  }

  private URI uri(Question question) {
    StringBuilder query = new StringBuilder(config.url());
    char mark = config.url().contains("?") ? '&' : '?';
    String[][] members = {
      {"vin", question.vin()},
      {"engine", question.engine()},
      {"model", question.model()},
      {"plate", question.plate()}
    };
    for (String[] member : members) {
      if (member[1] != null) {
        query.append(mark).append(member[0]).append('=');
        query.append(URLEncoder.encode(member[1], StandardCharsets.UTF_8));
        mark = '&';
      }
    }
    return URI.create(query.toString());
  }
}
