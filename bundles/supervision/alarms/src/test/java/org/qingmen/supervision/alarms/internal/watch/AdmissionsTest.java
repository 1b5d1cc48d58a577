package org.qingmen.supervision.alarms.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.alarm.Alarm.Evidence;
import org.qingmen.spi.journal.Journal.Positioned;
import org.qingmen.spi.journal.JournalEntry;

class AdmissionsTest {

  private static final String LISTED =
      "[{\"id\":\"v-1\",\"matchedBy\":\"plate\",\"reason\":\"路检超标\"}]";
  private static final String CONTROL = "[{\"id\":\"p-1\",\"title\":\"橙色预警\"}]";

  private static Optional<Alarm> look(
      String verdict, String direction, String raised, String listed, String controls)
      throws IOException {
    String document =
        """
        {"kind":"passage","receipt":"R1","verdict":"%s","reasons":[{"code":"c","zh":"原因","en":"why"}],
         "facts":{"listed":%s,"controls":%s,"enterprise":{"id":"E1"},
          "passage":{"enterprise":"E1","serial":"1","barrier":"A01","direction":"%s",
           "time":"2026-10-01T08:00:00+08:00","plate":{"number":"冀B12345","colour":"yellow"}%s}}}"""
            .formatted(
                verdict,
                listed,
                controls,
                direction,
                raised == null ? "" : ",\"barrierRaised\":\"" + raised + "\"");
    return Admissions.look(
        new Positioned(
            36,
            new JournalEntry(
                JournalEntry.Kind.PASSAGE,
                Instant.parse("2026-10-01T00:00:01Z"),
                "device:d",
                new byte[0],
                document.getBytes(StandardCharsets.UTF_8))));
  }

  private static String code(Optional<Alarm> alarm) {
    return alarm.map(Alarm::code).orElse("none");
  }

  @Test
  void aDeniedVehicleForWhichTheBarrierWasRaisedIsAnAlarmAndOneThatWaitedIsNone()
      throws IOException {
    assertThat(code(look("deny", "in", "manual", "[]", "[]"))).isEqualTo("deny-but-raised");
    assertThat(code(look("deny", "in", "automatic", "[]", "[]"))).isEqualTo("deny-but-raised");
    assertThat(code(look("deny", "in", null, "[]", "[]"))).isEqualTo("none");
    assertThat(code(look("deny", "out", "manual", "[]", "[]"))).isEqualTo("none");
    assertThat(code(look("allow", "in", "manual", "[]", CONTROL))).isEqualTo("none");
  }

  @Test
  void theListGoesBeforeThePolicyAndThePolicyBeforeTheRest() throws IOException {
    assertThat(code(look("deny", "in", "manual", LISTED, CONTROL)))
        .isEqualTo("listed-vehicle-admitted");
    assertThat(code(look("warn", "in", null, LISTED, "[]"))).isEqualTo("listed-vehicle-admitted");
    assertThat(code(look("deny", "in", "manual", "[]", CONTROL)))
        .isEqualTo("forbidden-vehicle-admitted");
    assertThat(code(look("deny", "in", null, LISTED, "[]"))).isEqualTo("none");
  }

  @Test
  void theEvidenceNamesPassageDecisionListAndPolicy() throws IOException {
    Alarm alarm = look("deny", "in", "manual", LISTED, CONTROL).orElseThrow();
    assertThat(alarm.evidence())
        .containsExactly(
            new Evidence("passage", "R1"),
            new Evidence("decision", "D10"),
            new Evidence("violator", "v-1"),
            new Evidence("policy", "p-1"));
    assertThat(alarm.key()).isEqualTo("listed-vehicle-admitted/E1/冀B12345");
    assertThat(alarm.at()).isEqualTo(Instant.parse("2026-10-01T00:00:00Z"));
  }
}
