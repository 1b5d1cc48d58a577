package org.qingmen.spi.alarm;

import java.time.Instant;

/** Takes alarms from every room. Answers at once and never fails the caller; safe for threads. */
public interface AlarmSink {

  /** Raises an alarm, or counts one more when one with the same key is open. */
  void raise(Alarm alarm);

  /**
   * Says that the condition is over; an open alarm of this key notes it and stays for a person.
   *
   * @param key key it was raised under
   */
  void over(String key, Instant at);
}
