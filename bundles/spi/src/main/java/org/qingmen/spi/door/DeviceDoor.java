package org.qingmen.spi.door;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.qingmen.spi.device.Codec;
import org.qingmen.spi.device.Decoded;
import org.qingmen.spi.device.Device;
import org.qingmen.spi.device.DeviceDirectory;
import org.qingmen.spi.device.Mapping;
import org.qingmen.spi.device.Mapping.Mapped;
import org.qingmen.spi.door.Outcome.Fate;
import org.qingmen.spi.intake.GateEventSink;
import org.qingmen.spi.intake.NativeRecord;
import org.qingmen.spi.intake.ObjectStore;
import org.qingmen.spi.intake.PassageAnswer;
import org.qingmen.spi.intake.PassageSink;
import org.qingmen.spi.intake.Quarantine;

/**
 * The way of a camera's message. Safe for concurrent use. Throws {@link
 * org.qingmen.spi.journal.JournalUnavailableException} when nothing can be made durable; then the
 * device must be told to send again.
 */
public final class DeviceDoor {

  private static final String HEARTBEAT = "heartbeat";
  private static final String UNKNOWN_ENTERPRISE = "unknown-enterprise";

  private final Codec codec;
  private final Mapping mapping;
  private final DeviceDirectory devices;
  private final Quarantine quarantine;
  private final PassageSink passages;
  private final RawForm raw;
  private final GateEventSink gates;
  private final PictureStore pictures;
  private final Strangers strangers = new Strangers();
  private final Map<Map<String, String>, Codec> configured = new ConcurrentHashMap<>();

  /** A door for the messages of one protocol. */
  public DeviceDoor(
      Codec codec,
      Mapping mapping,
      RawForm raw,
      DeviceDirectory devices,
      Quarantine quarantine,
      ObjectStore objects,
      PassageSink passages,
      GateEventSink gates) {
    this.codec = codec;
    this.mapping = mapping;
    this.raw = raw;
    this.devices = devices;
    this.quarantine = quarantine;
    this.passages = passages;
    this.gates = gates;
    this.pictures = new PictureStore(objects);
  }

  /**
   * Takes one message.
   *
   * @param message the bytes as received
   * @param address remote address
   * @param path last path segment it was posted to, may be null
   */
  public Outcome take(byte[] message, String address, String path) {
    Decoded decoded = codec.decode(message);
    if (!(decoded instanceof Decoded.Message readable)) {
      return quarantined(message, address, refusal(decoded), null, Map.of());
    }
    Object serial = readable.fields().get("serial");
    String claimed = serial == null ? null : serial.toString();
    Optional<Device> device = devices.identify(codec.protocol(), claimed, address, path);
    return device.isPresent()
        ? known(message, readable, device.get())
        : stranger(message, readable, claimed, address);
  }

  private Outcome stranger(
      byte[] message, Decoded.Message decoded, String claimed, String address) {
    Map<String, Object> fields = decoded.fields();
    boolean heartbeat = Boolean.TRUE.equals(fields.get("isHeartbeat"));
    if (heartbeat && !strangers.firstTime(claimed + "@" + address)) {
      return new Outcome(Fate.NOTED, "unknown-device", null, fields, false, null);
    }
    return quarantined(message, address, "unknown-device", null, fields);
  }

  private Outcome known(byte[] message, Decoded.Message plain, Device device) {
    devices.seen(device);
    Decoded decoded;
    try {
      Codec own = configured.computeIfAbsent(device.settings(), codec::with);
      decoded = own == codec ? plain : own.decode(message);
    } catch (IllegalArgumentException e) {
      return quarantined(message, "device:" + device.id(), "wrong-setting", device, Map.of());
    }
    if (!(decoded instanceof Decoded.Message readable)) {
      return quarantined(message, "device:" + device.id(), refusal(decoded), device, Map.of());
    }
    Mapped mapped = mapping.map(readable, device);
    if (mapped instanceof Mapped.Passage passage) {
      return submit(message, readable, passage, device);
    } else if (mapped instanceof Mapped.Unmapped unmapped) {
      String reason = unmapped.problems().get(0).code();
      return quarantined(message, "device:" + device.id(), reason, device, readable.fields());
    }
    String kind = ((Mapped.Nothing) mapped).kind();
    if (HEARTBEAT.equals(kind)) {
      gates.heard(device);
    }
    return new Outcome(Fate.NOTED, kind, device, readable.fields(), false, null);
  }

  private Outcome submit(
      byte[] message, Decoded.Message decoded, Mapped.Passage passage, Device device) {
    Map<String, String> stored = pictures.store(decoded.pictures());
    Map<String, Object> record = new LinkedHashMap<>(passage.record());
    Map<String, Object> images =
        pictures.references(decoded.pictures(), passage.pictures(), stored);
    if (!images.isEmpty()) {
      record.put("images", images);
    }
    NativeRecord nativeRecord =
        new NativeRecord(
            JsonText.bytes(record),
            raw.keep(message, stored),
            "device:" + device.id(),
            device.enterprise(),
            "");
    PassageAnswer answer = passages.submit(List.of(nativeRecord)).get(0);
    if (answer.status() != PassageAnswer.Status.REJECTED) {
      boolean live = !Boolean.TRUE.equals(record.get("offline"));
      return new Outcome(Fate.RECORDED, null, device, decoded.fields(), live, answer);
    }
    String reason = answer.errors().isEmpty() ? "rejected" : answer.errors().get(0).code();
    if (!UNKNOWN_ENTERPRISE.equals(reason)) { // that one the platform kept itself
      quarantine.keep(nativeRecord.source(), codec.protocol(), reason, nativeRecord.raw());
    }
    return new Outcome(Fate.QUARANTINED, reason, device, decoded.fields(), false, answer);
  }

  private Outcome quarantined(
      byte[] message, String source, String reason, Device device, Map<String, Object> fields) {
    quarantine.keep(source, codec.protocol(), reason, raw.keep(message, Map.of()));
    return new Outcome(Fate.QUARANTINED, reason, device, fields, false, null);
  }

  private static String refusal(Decoded decoded) {
    return ((Decoded.Refused) decoded).reason();
  }
}
