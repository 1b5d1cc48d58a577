package org.qingmen.spi.device;

import java.util.List;
import java.util.Map;
import org.qingmen.model.Text;

/**
 * Turns a decoded message of a device into a native record, by the code tables of the device's
 * maker setting. Stateless, safe for concurrent use.
 */
public interface Mapping {

  /** Protocol whose messages it understands. */
  String protocol();

  /** Translates one message of a registered device. */
  Mapped map(Decoded.Message message, Device device);

  /** Result of a translation. */
  sealed interface Mapped {

    /**
     * A passage in the native profile.
     *
     * @param record members of the native record, ready to be written as JSON
     * @param pictures pictures by role, still to be stored
     */
    record Passage(Map<String, Object> record, Map<String, byte[]> pictures) implements Mapped {}

    /** Something that is no passage: a heartbeat, a contact, a vehicle that turned back. */
    record Nothing(String kind) implements Mapped {}

    /** A message whose direction or plate colour is not in the table, or without what it needs. */
    record Unmapped(List<Problem> problems) implements Mapped {}

    /** One thing that could not be translated. */
    record Problem(String code, String field, String rawValue, Text message) {}
  }
}
