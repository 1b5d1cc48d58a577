package org.qingmen.security.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.qingmen.spi.device.Device;

/** Which of several devices a message comes from; when two could be meant, none is. */
final class DeviceMatch {

  private DeviceMatch() {}

  static Optional<Device> of(
      Collection<Device> devices, String serial, String address, String path) {
    List<Device> here =
        devices.stream().filter(device -> comesFrom(device, address, path)).toList();
    List<Device> exact =
        here.stream().filter(d -> d.serial() != null && d.serial().equals(serial)).toList();
    if (!exact.isEmpty()) {
      return single(exact);
    }
    return single(here.stream().filter(d -> d.serial() == null || serial == null).toList());
  }

  /** A device that is known neither by address nor by path can only sign. */
  private static boolean comesFrom(Device device, String address, String path) {
    boolean byAddress = !device.addresses().isEmpty();
    boolean byPath = device.path() != null;
    return (byAddress || byPath)
        && (!byAddress || fromAddress(device, address))
        && (!byPath || onPath(device, path));
  }

  private static boolean fromAddress(Device device, String address) {
    return device.addresses().stream()
        .flatMap(text -> AddressRange.parse(text).stream())
        .anyMatch(range -> range.holds(address));
  }

  private static boolean onPath(Device device, String path) {
    return path != null
        && MessageDigest.isEqual(
            device.path().getBytes(StandardCharsets.UTF_8), path.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<Device> single(List<Device> devices) {
    return devices.size() == 1 ? Optional.of(devices.get(0)) : Optional.empty();
  }
}
