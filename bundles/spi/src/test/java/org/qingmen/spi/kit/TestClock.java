package org.qingmen.spi.kit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that is set by hand. */
public final class TestClock extends Clock {

  private volatile Instant now;

  public TestClock() {
    this("2026-10-01T04:00:00Z");
  }

  /** Begins at an instant, such as {@code 2026-10-01T00:00:00Z}. */
  public TestClock(String begin) {
    now = Instant.parse(begin);
  }

  public void setTo(Instant instant) {
    now = instant;
  }

  public void advance(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
