package org.qingmen.spi.intake;

import java.util.List;
import org.qingmen.spi.device.Device;
import org.qingmen.spi.intake.PassageAnswer.Fault;

/** Takes what gates say of themselves: heartbeats, barriers raised by hand, faults. */
public interface GateEventSink {

  /**
   * Takes events by {@code gate-event.schema.json}. Raises, faults and recoveries are durable when
   * this returns. Heartbeats are collected for some seconds and kept together, because the next one
   * says the same.
   *
   * @return what became of each, in their order
   * @throws org.qingmen.spi.journal.JournalUnavailableException when nothing can be made durable
   *     now
   */
  List<Answer> submit(List<NativeRecord> events);

  /** Notes that a registered device was heard of: a heartbeat of every barrier that it guards. */
  void heard(Device device);

  /**
   * What became of one event.
   *
   * @param status {@code accepted}, {@code noted} for a heartbeat, or {@code rejected}
   * @param position journal position; 0 for a heartbeat and when rejected
   * @param errors why it was rejected
   */
  record Answer(String status, long position, List<Fault> errors) {

    public Answer {
      errors = List.copyOf(errors);
    }
  }
}
