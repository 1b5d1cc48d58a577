package org.qingmen.bench.load;

import java.util.Arrays;

/** Every latency measured, exactly. */
public final class Latencies {

  private long[] nanos = new long[1 << 16];
  private int count;
  private boolean sorted;

  /** Notes one. */
  public void add(long value) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = value;
    sorted = false;
  }

  /** How many were noted. */
  public int count() {
    return count;
  }

  /**
   * Milliseconds below which a share of them lies.
   *
   * @param share from 0 to 1; 1 is the longest
   */
  public double millis(double share) {
    if (count == 0) {
      return 0;
    }
    if (!sorted) {
      Arrays.sort(nanos, 0, count);
      sorted = true;
    }
    return nanos[Math.min(count - 1, (int) (share * count))] / 1e6;
  }

  /** Mean in milliseconds. */
  public double meanMillis() {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += nanos[i];
    }
    return count == 0 ? 0 : sum / count / 1e6;
  }
}
