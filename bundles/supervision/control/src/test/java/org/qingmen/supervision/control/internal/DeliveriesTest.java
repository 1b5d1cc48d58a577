package org.qingmen.supervision.control.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingmen.supervision.control.internal.Bureau.CEMENT;
import static org.qingmen.supervision.control.internal.Bureau.STEEL;
import static org.qingmen.supervision.control.internal.Bureau.ZHANG;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.alarm.AlarmSink;
import org.qingmen.supervision.control.Deliveries.Delivery;
import org.qingmen.supervision.control.Deliveries.Kind;

class DeliveriesTest {

  @TempDir Path data;
  private Bureau bureau;
  private final Bell bell = new Bell();

  @BeforeEach
  void open() {
    bureau = new Bureau(data);
  }

  @AfterEach
  void close() {
    bureau.close();
  }

  @Test
  void aGateIsOfferedAVersionAndConfirmsIt() {
    list("冀B10001", "130000");
    bureau.deliveries.offered(Kind.VIOLATORS, "gate-1", CEMENT, 1);
    assertThat(only().offered()).isEqualTo(1);
    assertThat(only().held()).isEqualTo(-1);
    assertThat(only().behindSince()).isNotNull();

    bureau.deliveries.acknowledge(Kind.VIOLATORS, "gate-1", CEMENT, 1);
    assertThat(only().held()).isEqualTo(1);
    assertThat(only().behindSince()).isNull();
  }

  @Test
  void whatDoesNotConcernAGateDoesNotPutItBehind() {
    list("冀B10001", "130000");
    bureau.deliveries.acknowledge(Kind.VIOLATORS, "gate-1", CEMENT, 1);
    list("晋B10001", "140000");
    assertThat(only().behindSince()).isNull();
    list("冀B10002", "130200");
    assertThat(only().behindSince()).isNotNull();
  }

  @Test
  void aDraftAndAnotherEnterprisesPlanConcernNoGate() {
    bureau.deliveries.acknowledge(Kind.POLICIES, "gate-1", CEMENT, 0);
    policy("p-draft", "\"divisions\": [\"130000\"]");
    policy("p-theirs", "\"enterprises\": [\"" + STEEL + "\"]");
    bureau.policies.approve("p-theirs", Bureau.LI);
    assertThat(bureau.deliveries.of(Kind.POLICIES).get(0).behindSince()).isNull();
    bureau.policies.approve("p-draft", Bureau.LI);
    assertThat(bureau.deliveries.of(Kind.POLICIES).get(0).behindSince()).isNotNull();
  }

  @Test
  void aVersionThatDoesNotExistIsRefused() {
    assertThat(
            Bureau.refused(() -> bureau.deliveries.acknowledge(Kind.EPISODES, "gate-1", CEMENT, 7))
                .code())
        .isEqualTo("unknown-list-version");
  }

  @Test
  void whatGatesHoldOutlivesARestart() {
    list("冀B10001", "130000");
    bureau.deliveries.acknowledge(Kind.VIOLATORS, "gate-1", CEMENT, 1);
    bureau.start();
    assertThat(only().held()).isEqualTo(1);
    assertThat(only().enterprise()).isEqualTo(CEMENT);
  }

  @Test
  void aGateThatLagsLongerThanTheParameterIsOneAlarmUntilItHasCaughtUp() {
    DeliveryWatch watch = new DeliveryWatch(bureau.deliveries, bureau.rules, bell, bureau.clock);
    bureau.clock.setTo(Instant.now());
    list("冀B10001", "130000");
    bureau.deliveries.offered(Kind.VIOLATORS, "gate-1", CEMENT, 1);
    bureau.clock.advance(Duration.ofMinutes(29));
    watch.look();
    assertThat(bell.raised).isEmpty();

    bureau.clock.advance(Duration.ofMinutes(2));
    watch.look();
    watch.look();
    assertThat(bell.raised).extracting(Alarm::code).containsExactly("delivery-lag");
    assertThat(bell.raised.get(0).enterprise()).isEqualTo(CEMENT);

    bureau.deliveries.acknowledge(Kind.VIOLATORS, "gate-1", CEMENT, 1);
    watch.look();
    assertThat(bell.over).containsExactly("delivery-lag/violators/gate-1");
    watch.close();
  }

  private Delivery only() {
    List<Delivery> all = bureau.deliveries.of(Kind.VIOLATORS);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private void list(String plate, String division) {
    bureau.violators.put(
        null,
        """
        {"plate": {"number": "%s", "colour": "yellow"}, "reason": "超标", "division": "%s"}"""
            .formatted(plate, division),
        ZHANG);
  }

  private void policy(String id, String target) {
    bureau.policies.put(
        id,
        """
        {"title": "禁行", "target": {%s}, "from": "2026-10-01T00:00:00+08:00",
         "control": {"stopRoadTransport": true}}"""
            .formatted(target),
        ZHANG);
  }

  /** Remembers what was rung. */
  private static final class Bell implements AlarmSink {
    private final List<Alarm> raised = new ArrayList<>();
    private final List<String> over = new ArrayList<>();

    @Override
    public void raise(Alarm alarm) {
      raised.add(alarm);
    }

    @Override
    public void over(String key, Instant at) {
      over.add(key);
    }
  }
}
