package org.qingmen.spi.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.qingmen.model.Receipt;
import org.qingmen.model.Verdict;
import org.qingmen.spi.device.Device;
import org.qingmen.spi.device.DeviceDirectory;
import org.qingmen.spi.intake.GateEventSink;
import org.qingmen.spi.intake.NativeRecord;
import org.qingmen.spi.intake.ObjectStore;
import org.qingmen.spi.intake.PassageAnswer;
import org.qingmen.spi.intake.PassageSink;
import org.qingmen.spi.intake.Quarantine;
import org.qingmen.spi.intake.TicketSink;
import org.qingmen.spi.journal.JournalUnavailableException;

/**
 * A platform in memory for tests of routes: it knows the devices it is told of, gives every record
 * the verdict it is told, and remembers what it was given.
 */
public final class MemoryPlatform
    implements DeviceDirectory, PassageSink, Quarantine, ObjectStore, TicketSink {

  /** Something kept in quarantine. */
  public record Kept(String source, String protocol, String reason, String raw) {}

  private final List<Device> devices = new CopyOnWriteArrayList<>();
  private final List<NativeRecord> records = new CopyOnWriteArrayList<>();
  private final List<Kept> kept = new CopyOnWriteArrayList<>();
  private final List<Weighing> weighings = new CopyOnWriteArrayList<>();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final Map<String, byte[]> objects = new HashMap<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private volatile Function<String, Verdict> verdicts = serial -> Verdict.ALLOW;
  private volatile boolean journalDown;
  private volatile boolean objectsDown;

  /** Registers a device. */
  public void register(Device device) {
    devices.add(device);
  }

  /** Decides the verdict from the record's JSON. */
  public void decide(Function<String, Verdict> decision) {
    verdicts = decision;
  }

  /** Makes the journal refuse to write. */
  public void breakJournal(boolean broken) {
    journalDown = broken;
  }

  /** Makes the object store refuse to write. */
  public void breakObjects() {
    objectsDown = true;
  }

  /** Native records submitted, as JSON text. */
  public List<String> records() {
    return records.stream().map(each -> new String(each.json(), StandardCharsets.UTF_8)).toList();
  }

  /** Raw forms of the submitted records. */
  public List<String> rawForms() {
    return records.stream().map(each -> new String(each.raw(), StandardCharsets.UTF_8)).toList();
  }

  /** What lies in quarantine. */
  public List<Kept> kept() {
    return new ArrayList<>(kept);
  }

  /** Weighings submitted. */
  public List<Weighing> weighings() {
    return new ArrayList<>(weighings);
  }

  /** Ids of devices heard of. */
  public List<String> seen() {
    return new ArrayList<>(seen);
  }

  /** Ids of devices whose heartbeats were handed over. */
  public List<String> heard() {
    return new ArrayList<>(heard);
  }

  /** Where gates' own events go. */
  public GateEventSink gates() {
    return new GateEventSink() {
      @Override
      public List<Answer> submit(List<NativeRecord> events) {
        return events.stream().map(event -> new Answer("accepted", 1, List.of())).toList();
      }

      @Override
      public void heard(Device device) {
        heard.add(device.id());
      }
    };
  }

  @Override
  public Optional<Device> identify(String protocol, String serial, String address, String path) {
    return devices.stream()
        .filter(each -> each.protocol().equals(protocol))
        .filter(each -> each.serial() == null || each.serial().equals(serial))
        .filter(each -> each.path() == null || each.path().equals(path))
        .filter(each -> each.addresses().isEmpty() || each.addresses().contains(address))
        .findFirst();
  }

  @Override
  public List<Device> of(String protocol) {
    return devices.stream().filter(each -> each.protocol().equals(protocol)).toList();
  }

  @Override
  public void seen(Device device) {
    seen.add(device.id());
  }

  @Override
  public List<PassageAnswer> submit(List<NativeRecord> batch) {
    failWhenBroken();
    records.addAll(batch);
    return batch.stream().map(this::answer).toList();
  }

  private PassageAnswer answer(NativeRecord record) {
    String json = new String(record.json(), StandardCharsets.UTF_8);
    String serial = json.replaceAll("(?s).*\"serial\":\"([^\"]*)\".*", "$1");
    return new PassageAnswer(
        serial,
        PassageAnswer.Status.ACCEPTED,
        Receipt.of(record.enterprise(), serial).value(),
        records.size(),
        "D1",
        verdicts.apply(json),
        List.of(),
        List.of(),
        List.of());
  }

  @Override
  public String keep(String source, String protocol, String reason, byte[] raw) {
    failWhenBroken();
    kept.add(new Kept(source, protocol, reason, new String(raw, StandardCharsets.UTF_8)));
    return "Q" + kept.size();
  }

  @Override
  public void submit(Weighing weighing) {
    failWhenBroken();
    weighings.add(weighing);
  }

  @Override
  public String put(byte[] content) throws IOException {
    if (objectsDown) {
      throw new IOException("no space left");
    }
    String name = String.format("%064x", java.util.Arrays.hashCode(content) & 0xffffffffL);
    objects.put(name, content);
    return name;
  }

  @Override
  public Optional<byte[]> get(String sha256) {
    return Optional.ofNullable(objects.get(sha256));
  }

  private void failWhenBroken() {
    if (journalDown) {
      throw new JournalUnavailableException("disk full", 7, null);
    }
  }
}
