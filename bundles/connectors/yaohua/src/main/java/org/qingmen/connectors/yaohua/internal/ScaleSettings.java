package org.qingmen.connectors.yaohua.internal;

import java.time.Duration;
import java.util.Map;
import org.qingmen.spi.device.Device;

/**
 * Settings of a scale. The frames say neither unit nor stability, so both come from here.
 *
 * @param unit unit of the values: {@code kg} unless set
 * @param factor kilograms per unit
 * @param frames equal frames in a row that make a value stable, 5 unless set
 * @param duration how long they must span at least, 1 s unless set
 * @param tolerance kilograms by which equal frames may differ, 20 unless set
 * @param empty kilograms below which the platform counts as empty, 300 unless set
 */
record ScaleSettings(
    String unit, double factor, int frames, Duration duration, double tolerance, double empty) {

  private static final Map<String, Double> FACTORS =
      Map.of("kg", 1.0, "t", 1000.0, "g", 0.001, "lb", 0.45359237);

  /**
   * Reads the settings of a device.
   *
   * @throws IllegalArgumentException naming the setting that is wrong
   */
  static ScaleSettings of(Device device) {
    String unit = device.setting("unit", "kg");
    if (!FACTORS.containsKey(unit)) {
      throw new IllegalArgumentException("unit=" + unit + ": one of " + FACTORS.keySet());
    }
    return new ScaleSettings(
        unit,
        FACTORS.get(unit),
        (int) number(device, "stable.frames", 5, 2, 1000),
        Duration.ofMillis((long) number(device, "stable.ms", 1000, 0, 60_000)),
        number(device, "stable.tolerance", 20, 0, 10_000),
        number(device, "empty", 300, 0, 100_000));
  }

  private static double number(
      Device device, String name, double otherwise, double least, double most) {
    String text = device.setting(name, String.valueOf(otherwise));
    if (!text.matches("\\d{1,6}(\\.\\d{1,3})?")) {
      throw new IllegalArgumentException(name + "=" + text + ": a number");
    }
    double value = Double.parseDouble(text);
    if (value < least || value > most) {
      throw new IllegalArgumentException(name + "=" + text + ": " + least + " to " + most);
    }
    return value;
  }
}
