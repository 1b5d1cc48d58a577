package org.qingmen.impact.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottleTest {

  private final AtomicLong end = new AtomicLong(1_000);
  private final TestTime time = new TestTime();
  private final Throttle throttle = new Throttle(end::get, 0.5, 100, time);

  @Test
  void aWorkerDoesNotRestWhileHardlyAnythingArrives() {
    arrived(50, 1);
    throttle.rest(TimeUnit.SECONDS.toNanos(1));
    assertThat(time.rested).isZero();
  }

  @Test
  void aWorkerRestsInProportionToItsWorkWhileRecordsArrive() {
    arrived(1_000, 1);
    throttle.rest(TimeUnit.MILLISECONDS.toNanos(80));
    throttle.rest(TimeUnit.MILLISECONDS.toNanos(20));
    assertThat(time.rested).isEqualTo(TimeUnit.MILLISECONDS.toNanos(50));
  }

  @Test
  void itWorksOnWithoutRestWhenTheTrafficIsOver() {
    arrived(1_000, 1);
    throttle.rest(1_000);
    assertThat(time.rested).isEqualTo(500);
    arrived(0, 2);
    throttle.rest(1_000);
    assertThat(time.rested).isEqualTo(500);
  }

  @Test
  void aShareOfNothingNeverRests() {
    Throttle never = new Throttle(end::get, 0, 100, time);
    arrived(9_000, 1);
    never.rest(1_000_000);
    assertThat(time.rested).isZero();
  }

  @Test
  void anInterruptDuringARestIsKeptForTheWorker() {
    arrived(1_000, 1);
    time.interrupting = true;
    throttle.rest(1_000);
    assertThat(Thread.interrupted()).isTrue();
  }

  private void arrived(long records, long seconds) {
    end.addAndGet(records);
    time.now += TimeUnit.SECONDS.toNanos(seconds);
  }

  /** Time that passes when the test says so. */
  private static final class TestTime implements Throttle.Clock {

    private long now = 7;
    private long rested;
    private boolean interrupting;

    @Override
    public long nanos() {
      return now;
    }

    @Override
    public void rest(long nanos) throws InterruptedException {
      if (interrupting) {
        throw new InterruptedException();
      }
      rested += nanos;
    }
  }
}
