package org.qingmen.security.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.qingmen.spi.device.Device;
import org.qingmen.spi.refusal.Refusal.Fault;

/** What a device must be like. */
final class DeviceRules {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-]{16,64}");
  private static final Pattern PROTOCOL = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
  private static final Set<String> DIRECTIONS = Set.of("in", "out");

  private DeviceRules() {}

  /** Refuses a device with everything that is wrong with it. */
  static void check(Device device) {
    List<Fault> faults = new ArrayList<>();
    need(ID, device.id(), "device-id", "/id", faults);
    need(PROTOCOL, device.protocol(), "device-protocol", "/protocol", faults);
    if (device.path() != null) {
      need(PATH, device.path(), "device-path", "/path", faults);
    }
    for (int i = 0; i < device.addresses().size(); i++) {
      if (AddressRange.parse(device.addresses().get(i)).isEmpty()) {
        faults.add(Texts.fault("device-address", "/addresses/" + i, device.addresses().get(i)));
      }
    }
    for (int i = 0; i < device.lanes().size(); i++) {
      lane(device.lanes().get(i), "/lanes/" + i, faults);
    }
    PlatformBelow.check(device, faults);
    if (!faults.isEmpty()) {
      throw Texts.invalid("bad-device").withFaults(faults);
    }
  }

  private static void lane(Device.Lane lane, String pointer, List<Fault> faults) {
    if (lane.barrier() == null || lane.barrier().isBlank()) {
      faults.add(Texts.fault("lane-barrier", pointer + "/barrier"));
    }
    if (lane.directions().isEmpty() || !DIRECTIONS.containsAll(lane.directions().values())) {
      faults.add(Texts.fault("lane-directions", pointer + "/directions"));
    }
  }

  private static void need(
      Pattern form, String value, String code, String pointer, List<Fault> faults) {
    if (value == null || !form.matcher(value).matches()) {
      faults.add(Texts.fault(code, pointer));
    }
  }
}
