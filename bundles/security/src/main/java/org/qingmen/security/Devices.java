package org.qingmen.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qingmen.spi.device.Device;

/**
 * The registered cameras, gates and scales. What connectors need of them is the service {@link
 * org.qingmen.spi.device.DeviceDirectory}, fed from here.
 *
 * <p>Refusals: {@code bad-device} with the members that are wrong, {@code unknown-enterprise},
 * {@code device-exists}, {@code unknown-device}, {@code beyond-scope}.
 */
public interface Devices {

  /**
   * Registers a device.
   *
   * @param device its id may be null or empty, then one is made; a path of {@code auto} becomes an
   *     unguessable one
   * @return the device as registered
   */
  Device register(Device device, Principal actor);

  /** Changes a device; its id and enterprise stay. */
  Device update(Device device, Principal actor);

  /** Removes a device and its key. */
  void remove(String id, Principal actor);

  /** The device with this id. */
  Optional<Device> get(String id);

  /** All devices by id; the caller shows those within the reader's scope. */
  List<Device> list();

  /** When a device was last heard of since the server started. */
  Optional<Instant> lastSeen(String id);
}
