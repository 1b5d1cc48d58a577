package org.qingmen.grading.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.engine.GradeDecision;
import org.qingmen.grading.GradeQuestion;
import org.qingmen.grading.Graded;
import org.qingmen.grading.Grades;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.alarm.AlarmSink;
import org.qingmen.spi.journal.JournalUnavailableException;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;
import org.qingmen.store.Registry;
import org.qingmen.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Once a day: which enterprises fall short of the grade they declare, over the last 30 days. So
 * long a period moves slowly, so an alarm does not flicker.
 */
@Component(service = IndicatorWatch.class, immediate = true)
public final class IndicatorWatch {

  private static final Logger LOG = LoggerFactory.getLogger(IndicatorWatch.class);
  private static final LocalTime BEGIN = LocalTime.of(2, 0);
  private static final long PAUSE_MINUTES = 10;
  private static final int DAYS = 30;
  private static final String WATCH = "watch";
  private static final String CURSOR = "indicators";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Registry registry;
  private final Grades grades;
  private final AlarmSink alarms;
  private final ScheduledExecutorService looker =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "qingmen-indicators"));

  /** Wired by the container. */
  @Activate
  public IndicatorWatch(
      @Reference Registry registry, @Reference Grades grades, @Reference AlarmSink alarms) {
    this.registry = registry;
    this.grades = grades;
    this.alarms = alarms;
    looker.scheduleWithFixedDelay(this::look, PAUSE_MINUTES, PAUSE_MINUTES, TimeUnit.MINUTES);
  }

  @Deactivate
  void close() {
    looker.shutdownNow();
  }

  private void look() {
    Instant now = Instant.now();
    if (LocalTime.ofInstant(now, ChinaTime.ZONE).isBefore(BEGIN)) {
      return;
    }
    try {
      look(ChinaTime.day(now).minusDays(1), now);
    } catch (StoreUnavailableException | JournalUnavailableException e) {
      LOG.debug("indicators are looked at later: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("Looking at the indicators failed and is tried again", e);
    }
  }

  /** Looks at the days that end with this one, unless that was done. */
  void look(LocalDate day, Instant now) {
    boolean done =
        registry.get(WATCH, CURSOR).filter(at -> at.body().contains(day.toString())).isPresent();
    if (done) {
      return;
    }
    try (Stream<Document> enterprises = registry.all("enterprise")) {
      enterprises.forEach(enterprise -> look(enterprise, day, now));
    }
    String body = JSON.createObjectNode().put("at", day.toString()).toString();
    registry.put(new Draft(WATCH, CURSOR, null, null, body), "server:grading");
  }

  private void look(Document enterprise, LocalDate day, Instant now) {
    String declared = declaredGrade(enterprise);
    if (declared == null) {
      return;
    }
    try {
      Graded graded =
          grades.grade(
              new GradeQuestion(enterprise.id(), day.minusDays(DAYS - 1L), day, null, null));
      for (Graded.OfIndustry industry : graded.industries()) {
        industry.decision().indicators().forEach(i -> hold(enterprise, declared, i, now));
      }
    } catch (Refusal e) {
      LOG.debug("{} has no grade: {}", enterprise.id(), e.getMessage());
    }
  }

  private void hold(
      Document enterprise, String declared, GradeDecision.Indicator indicator, Instant now) {
    String key = "indicator-below-threshold/" + enterprise.id() + '/' + indicator.code();
    boolean unmet =
        indicator.value() != null
            && indicator.requirements().stream()
                .anyMatch(r -> declared.equals(r.grade()) && falls(r));
    if (unmet) {
      alarms.raise(
          new Alarm(
              "indicator-below-threshold",
              key,
              enterprise.id(),
              enterprise.division(),
              null,
              now,
              Map.of("indicator", indicator.code(), "value", shown(indicator)),
              List.of(new Alarm.Evidence("grade", enterprise.id()))));
    } else {
      alarms.over(key, now);
    }
  }

  /** A threshold that a waiver meets is none that the enterprise falls short of. */
  private static boolean falls(GradeDecision.Requirement requirement) {
    return requirement.alternativeGroup() == null && !requirement.met() && !requirement.waived();
  }

  private static String shown(GradeDecision.Indicator indicator) {
    return "share".equals(indicator.unit()) && indicator.value() instanceof Number share
        ? String.format(Locale.ROOT, "%.1f%%", share.doubleValue() * 100)
        : String.valueOf(indicator.value());
  }

  private static String declaredGrade(Document enterprise) {
    try {
      JsonNode grade = JSON.readTree(enterprise.body()).path("declaredGrade");
      return grade.isTextual() ? grade.textValue() : null;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("enterprise " + enterprise.id() + " is no JSON", e);
    }
  }
}
