package org.qingmen.store.internal.project;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** One gate on one day; all values absolute. */
public final class GateDayRow {

  /** Minutes of a day. */
  public static final int MINUTES = 1440;

  private static final int HOURS = 24;
  private static final int MINUTES_PER_HOUR = 60;

  /** Minutes with a sign of life. */
  final BitSet minutes;

  final int[] hours = new int[HOURS];
  long heartbeats;
  long passages;
  long late;
  long counted = -1;
  long pictured;
  long raises;

  GateDayRow() {
    minutes = new BitSet(MINUTES);
  }

  GateDayRow(byte[] minutes, byte[] hours) {
    this.minutes = BitSet.valueOf(minutes);
    ByteBuffer buffer = ByteBuffer.wrap(hours);
    for (int i = 0; buffer.remaining() >= Integer.BYTES && i < HOURS; i++) {
      this.hours[i] = buffer.getInt();
    }
  }

  void passageAt(int minute) {
    passages++;
    hours[minute / MINUTES_PER_HOUR]++;
  }

  byte[] minuteBytes() {
    return minutes.toByteArray();
  }

  byte[] hourBytes() {
    ByteBuffer buffer = ByteBuffer.allocate(HOURS * Integer.BYTES);
    for (int hour : hours) {
      buffer.putInt(hour);
    }
    return buffer.array();
  }

  /**
   * Minutes in which the last sign of life was not too old.
   *
   * @param minutes stored bits
   * @param span minutes for which a sign holds
   * @param until minutes of the day that have passed
   */
  public static int online(byte[] minutes, int span, int until) {
    BitSet signs = BitSet.valueOf(minutes);
    BitSet online = new BitSet(MINUTES);
    for (int at = signs.nextSetBit(0); at >= 0; at = signs.nextSetBit(at + 1)) {
      online.set(at, Math.min(MINUTES, at + span));
    }
    return online.get(0, Math.min(MINUTES, until)).cardinality();
  }

  /** Stored passages by hour. */
  public static List<Integer> hours(byte[] stored) {
    GateDayRow row = new GateDayRow(new byte[0], stored);
    List<Integer> hours = new ArrayList<>();
    for (int hour : row.hours) {
      hours.add(hour);
    }
    return hours;
  }
}
