package org.qingmen.security.internal;

import java.util.List;
import java.util.regex.Pattern;
import org.qingmen.spi.device.Device;
import org.qingmen.spi.refusal.Refusal.Fault;

/**
 * A device that is no device: the platform of a division below, which signs like one and reports
 * for every enterprise of its division. Its protocol is {@code platform}, its setting {@code
 * division} says where.
 */
final class PlatformBelow {

  private static final String PROTOCOL = "platform";
  private static final Pattern DIVISION = Pattern.compile("[0-9]{6}");

  private PlatformBelow() {}

  static boolean is(Device device) {
    return PROTOCOL.equals(device.protocol());
  }

  /** Six digits. */
  static String division(Device device) {
    return device.setting("division", "");
  }

  static void check(Device device, List<Fault> faults) {
    if (!is(device)) {
      return;
    }
    if (!device.enterprise().isEmpty()) {
      faults.add(Texts.fault("platform-enterprise", "/enterprise"));
    }
    if (!DIVISION.matcher(division(device)).matches()) {
      faults.add(Texts.fault("platform-division", "/settings/division"));
    }
  }
}
