package org.qingmen.spi.device;

import java.util.List;
import java.util.Optional;

/** Finds registered devices; answers from memory and is kept current. */
public interface DeviceDirectory {

  /**
   * The device that a message belongs to. A device registered with addresses is accepted from these
   * addresses only; a device registered with a path only on that path.
   *
   * @param protocol protocol it arrived by
   * @param serial serial number it claims, may be null
   * @param address remote address
   * @param path last path segment it was posted to, may be null
   */
  Optional<Device> identify(String protocol, String serial, String address, String path);

  /** All devices of a protocol, for connectors that call out. */
  List<Device> of(String protocol);

  /** Notes that a device was heard of, for its heartbeat. */
  void seen(Device device);
}
