package org.qingmen.supervision.control.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.engine.Judge;
import org.qingmen.engine.Matter;
import org.qingmen.engine.RulePacks;
import org.qingmen.model.AlertLevel;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.Fact;
import org.qingmen.spi.health.HealthCheck;
import org.qingmen.spi.pack.PackDescriptor.Kind;

/**
 * Asks the packs of kind {@code measures} what an enterprise must do during an alert. Every passage
 * of an alert asks, so answers are kept until the packs change.
 */
@Component(service = {MeasureRules.class, HealthCheck.class})
public final class MeasureRules implements HealthCheck {

  private static final int MOST = 20_000;

  private final Judge judge;
  private final RulePacks.Registration listening;
  private final Map<Key, List<Measure>> answers = new ConcurrentHashMap<>();
  private final AtomicLong generation = new AtomicLong();

  private record Key(
      String industry,
      String grade,
      boolean livelihood,
      AlertLevel level,
      String division,
      LocalDate day) {}

  /** Wired by the container. */
  @Activate
  public MeasureRules(@Reference Judge judge, @Reference RulePacks packs) {
    this.judge = judge;
    this.listening = packs.listen(this::forget);
  }

  @Deactivate
  void close() {
    listening.close();
  }

  /** The measures for an enterprise, each rule once even when several of its industries meet it. */
  List<Measure> of(Enterprise enterprise, AlertLevel level, Instant at) {
    LocalDate day = ChinaTime.day(at);
    Map<String, Measure> all = new LinkedHashMap<>();
    for (String industry : enterprise.industries()) {
      Key key =
          new Key(
              industry,
              enterprise.declaredGrade(),
              enterprise.livelihood(),
              level,
              enterprise.division(),
              day);
      of(key).forEach(measure -> all.putIfAbsent(measure.code(), measure));
    }
    return List.copyOf(all.values());
  }

  private List<Measure> of(Key key) {
    List<Measure> known = answers.get(key);
    if (known == null) {
      if (answers.size() >= MOST) {
        answers.clear();
      }
      long asked = generation.get();
      known = ask(key);
      if (asked == generation.get()) {
        answers.put(key, known);
      }
    }
    return known;
  }

  private void forget() {
    generation.incrementAndGet();
    answers.clear();
  }

  private List<Measure> ask(Key key) {
    Map<String, Object> enterprise = new LinkedHashMap<>();
    enterprise.put("industry", key.industry());
    enterprise.put("grade", key.grade());
    enterprise.put("livelihood", key.livelihood());
    return Measure.of(
        judge.judge(
            new Matter(
                Kind.MEASURES,
                key.division(),
                key.day(),
                List.of(
                    new Fact("enterprise", enterprise),
                    new Fact("alert", Map.of("level", key.level().code()))))));
  }

  @Override
  public String name() {
    return "measures";
  }

  @Override
  public Status check() {
    LocalDate today = LocalDate.now(ChinaTime.ZONE);
    boolean some =
        !judge.judge(new Matter(Kind.MEASURES, null, today, List.of())).packs().isEmpty();
    return new Status(
        some,
        false,
        some ? "" : "no rule pack of kind measures is in force: alerts put nothing into force");
  }
}
