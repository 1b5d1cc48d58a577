package org.qingmen.intake.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.qingmen.spi.device.Device;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.GateEventSink.Answer;
import org.qingmen.spi.intake.NativeRecord;
import org.qingmen.spi.intake.PassageAnswer.Fault;
import org.qingmen.spi.kit.MemoryJournal;

class GateEventsTest {

  private static final String CEMENT = "91130200700000001K001P";

  private final MemoryJournal journal = new MemoryJournal();
  private final GateEvents gates =
      new GateEvents(
          journal,
          id ->
              CEMENT.equals(id)
                  ? Optional.of(new Enterprise(CEMENT, "厂", "130203", List.of(), null))
                  : Optional.empty(),
          (enterprise, barrier) -> !"A01".equals(barrier),
          Clock.fixed(Instant.parse("2026-10-01T02:00:00Z"), ZoneOffset.UTC));

  private Answer send(String enterprise, String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return gates
        .submit(List.of(new NativeRecord(bytes, bytes, "device:d1", enterprise, "")))
        .get(0);
  }

  private static String event(String kind, String more) {
    return """
        {"enterprise":"%s","barrier":"A01","kind":"%s","time":"2026-10-01T10:00:00+08:00"%s}"""
        .formatted(CEMENT, kind, more);
  }

  private List<String> kept() {
    return journal.read(0, 100).stream()
        .map(found -> new String(found.entry().document(), StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void aHeartbeatOfABarrierThatNobodyRegisteredIsRefusedAndMakesNoGate() {
    for (String kind : List.of("heartbeat", "fault", "recovered")) {
      Answer answer = send(CEMENT, event(kind, ",\"fault\":\"camera\"").replace("A01", "A1"));
      assertThat(answer.status()).as(kind).isEqualTo("rejected");
      Fault fault = answer.errors().get(0);
      assertThat(fault.code()).isEqualTo("unknown-barrier");
      assertThat(fault.pointer()).isEqualTo("/barrier");
      assertThat(fault.message().zh()).contains(CEMENT, "A1", "登记");
    }
    gates.flush();
    assertThat(kept()).isEmpty();
  }

  @Test
  void aRaiseByHandAtABarrierThatNobodyRegisteredIsKeptBecauseItIsEvidence() {
    Answer answer =
        send(
            CEMENT,
            event("barrier-raised", ",\"operator\":\"张\",\"reason\":\"停电\"").replace("A01", "Z9"));
    assertThat(answer.status()).isEqualTo("accepted");
    assertThat(kept().get(0)).contains("Z9");
  }

  @Test
  void aRaiseByHandIsDurableWhenItIsAnswered() {
    Answer answer = send(CEMENT, event("barrier-raised", ",\"operator\":\"张\",\"reason\":\"救护车\""));
    assertThat(answer.status()).isEqualTo("accepted");
    assertThat(answer.position()).isEqualTo(1);
    assertThat(kept().get(0)).contains("\"division\":\"130203\"", "救护车");
  }

  @Test
  void heartbeatsOfManyGatesAreOneEntryWithTheLastOfEach() {
    String clock = ",\"clock\":\"2026-10-01T10:00:03+08:00\",\"passagesToday\":%d,\"faults\":[]";
    assertThat(send(CEMENT, event("heartbeat", clock.formatted(7))).status()).isEqualTo("noted");
    send(CEMENT, event("heartbeat", clock.formatted(9)));
    Device.Lane lane = new Device.Lane("*", null, "B02", null, Map.of());
    gates.heard(
        new Device(
            "cam",
            CEMENT,
            "vzenith-http",
            "v",
            null,
            List.of(),
            null,
            List.of(lane, lane),
            Map.of()));
    assertThat(kept()).isEmpty();
    gates.flush();
    gates.flush();
    assertThat(kept())
        .containsExactly(
            "{\"kind\":\"heartbeats\",\"items\":[{\"enterprise\":\"91130200700000001K001P\","
                + "\"division\":\"130203\",\"barrier\":\"A01\",\"count\":2,"
                + "\"from\":\"2026-10-01T02:00:00Z\",\"to\":\"2026-10-01T02:00:00Z\","
                + "\"skew\":3000,\"counted\":9,\"counterDay\":\"2026-10-01\",\"faults\":[]},"
                + "{\"enterprise\":\"91130200700000001K001P\",\"division\":\"130203\","
                + "\"barrier\":\"B02\",\"count\":1,\"from\":\"2026-10-01T02:00:00Z\","
                + "\"to\":\"2026-10-01T02:00:00Z\"}]}");
  }

  @Test
  void whatIsWrongIsRejectedByName() {
    assertThat(codes(send(CEMENT, "no json"))).containsExactly("json");
    assertThat(codes(send(CEMENT, event("barrier-raised", "")))).contains("schema");
    assertThat(codes(send(CEMENT, event("fault", "")))).contains("schema");
    assertThat(codes(send("OTHER", event("heartbeat", "")))).containsExactly("scope");
    assertThat(codes(send(null, event("heartbeat", "").replace(CEMENT, "NOBODY"))))
        .containsExactly("unknown-enterprise");
    assertThat(codes(send(CEMENT, event("heartbeat", "").replace("10-01T", "02-30T"))))
        .containsExactly("value");
    assertThat(kept()).isEmpty();
  }

  private static List<String> codes(Answer answer) {
    assertThat(answer.status()).isEqualTo("rejected");
    return answer.errors().stream().map(Fault::code).toList();
  }
}
