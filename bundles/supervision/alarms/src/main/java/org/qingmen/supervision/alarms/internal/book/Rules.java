package org.qingmen.supervision.alarms.internal.book;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.qingmen.engine.Judge;
import org.qingmen.engine.Judgement;
import org.qingmen.engine.Judgement.Conclusion;
import org.qingmen.engine.Matter;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.Fact;
import org.qingmen.spi.pack.PackDescriptor;

/** Asks the alarm packs whether something is an alarm and how grave. */
final class Rules {

  /** Days are those of the gates. */
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Judge judge;

  Rules(Judge judge) {
    this.judge = judge;
  }

  /**
   * What the rules say; empty when they say that it is no alarm. Without any pack in force it is a
   * warning: what a room noticed must not go unseen because a pack is missing.
   *
   * @param enterprise whose gate it is, may be null
   * @param division six digits, may be null
   * @param count how often it was raised so far
   */
  Optional<Ruling> ask(Alarm alarm, Enterprise enterprise, String division, long count) {
    LocalDate day = ChinaTime.day(alarm.at());
    Judgement judgement =
        judge.judge(
            new Matter(
                PackDescriptor.Kind.ALARM,
                division,
                day,
                List.of(fact(alarm, enterprise, division, count))));
    if (judgement.packs().isEmpty()) {
      return Optional.of(
          new Ruling(
              Severity.WARNING,
              Texts.text("unruled", alarm.code()),
              null,
              null,
              null,
              null,
              List.of()));
    }
    return judgement.last("severity").flatMap(said -> ruling(said, judgement));
  }

  private static Optional<Ruling> ruling(Conclusion said, Judgement judgement) {
    return Severity.of(said.value())
        .map(
            severity ->
                new Ruling(
                    severity,
                    said.message(),
                    said.rule(),
                    said.clause(),
                    number(judgement, "acknowledge-minutes"),
                    number(judgement, "close-hours"),
                    basis(judgement)));
  }

  private static Double number(Judgement judgement, String name) {
    return judgement
        .last(name)
        .map(Conclusion::value)
        .filter(Number.class::isInstance)
        .map(value -> ((Number) value).doubleValue())
        .orElse(null);
  }

  private static Fact fact(Alarm alarm, Enterprise enterprise, String division, long count) {
    Map<String, Object> values = new TreeMap<>(alarm.values());
    values.put("code", alarm.code());
    values.put("count", count);
    values.put("time", time(alarm.at()));
    put(values, "enterprise", alarm.enterprise());
    put(values, "barrier", alarm.barrier());
    put(values, "division", division);
    if (enterprise != null) {
      put(values, "enterpriseName", enterprise.name());
      put(values, "declaredGrade", enterprise.declaredGrade());
    }
    return new Fact("alarm", values);
  }

  private static void put(Map<String, Object> values, String name, Object value) {
    if (value != null) {
      values.put(name, value);
    }
  }

  private static String time(Instant at) {
    return ChinaTime.text(at);
  }

  private static List<ObjectNode> basis(Judgement judgement) {
    List<ObjectNode> basis = new ArrayList<>();
    judgement
        .packs()
        .forEach(
            pack ->
                basis.add(
                    JSON.createObjectNode().put("pack", pack.id()).put("version", pack.version())));
    judgement
        .parameters()
        .forEach(
            parameter ->
                basis.add(
                    JSON.createObjectNode()
                        .put("parameter", parameter.name())
                        .put("value", String.valueOf(parameter.value()))
                        .put("clause", parameter.clause())
                        .put("source", parameter.source())
                        .put("verified", parameter.verified())));
    return basis;
  }
}
