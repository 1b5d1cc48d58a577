package org.qingmen.api.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qingmen.spi.health.HealthCheck;

class HealthReportTest {

  @Test
  void isUpWhenEveryCheckIs() {
    HealthReport report =
        HealthReport.of(List.of(check("journal", true, true)), List.of("journal"));

    assertThat(report.ready()).isTrue();
    assertThat(report.status()).isEqualTo("up");
  }

  @Test
  void isDegradedButReadyWhenSomethingNotEssentialIsAway() {
    HealthReport report =
        HealthReport.of(
            List.of(check("journal", true, true), check("database", false, false)), List.of());

    assertThat(report.ready()).isTrue();
    assertThat(report.status()).isEqualTo("degraded");
    assertThat(report.checks().get("database").status()).isEqualTo("degraded");
  }

  @Test
  void isDownWhenSomethingEssentialIsAway() {
    HealthReport report = HealthReport.of(List.of(check("journal", false, true)), List.of());

    assertThat(report.ready()).isFalse();
    assertThat(report.checks().get("journal").detail()).isEqualTo("detail of journal");
  }

  @Test
  void isDownWhileARequiredCheckHasNotEvenReported() {
    HealthReport report = HealthReport.of(List.of(), List.of("rules"));

    assertThat(report.ready()).isFalse();
    assertThat(report.checks()).containsKey("rules");
  }

  @Test
  void staysReadableWhenACheckBreaks() {
    HealthCheck broken =
        new HealthCheck() {
          @Override
          public String name() {
            return "objects";
          }

          @Override
          public Status check() {
            throw new IllegalStateException("disk gone");
          }
        };

    HealthReport report = HealthReport.of(List.of(broken), List.of());

    assertThat(report.ready()).isFalse();
    assertThat(report.checks().get("objects").status()).isEqualTo("down");
  }

  private static HealthCheck check(String name, boolean up, boolean essential) {
    return new HealthCheck() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Status check() {
        return new Status(up, essential, "detail of " + name);
      }
    };
  }
}
