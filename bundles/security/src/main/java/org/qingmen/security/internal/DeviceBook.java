package org.qingmen.security.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.security.DeviceJson;
import org.qingmen.security.Devices;
import org.qingmen.security.Principal;
import org.qingmen.spi.device.Device;
import org.qingmen.spi.device.DeviceDirectory;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.DocumentCache;
import org.qingmen.store.Draft;
import org.qingmen.store.Registry;

/** The registered devices, in the registry and in memory. */
@Component(service = {Devices.class, DeviceDirectory.class, DeviceBook.class})
public final class DeviceBook implements Devices, DeviceDirectory {

  private static final String KIND = "device";
  private static final String AUTO = "auto";

  private final Registry registry;
  private final AuditTrail audit;
  private final Enterprises enterprises;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final DocumentCache<Device> devices;
  private final Map<String, Instant> seen = new ConcurrentHashMap<>();

  /** Wired by the container. */
  @Activate
  public DeviceBook(
      @Reference Registry registry,
      @Reference AuditTrail audit,
      @Reference Enterprises enterprises) {
    this(registry, audit, enterprises, Clock.systemUTC());
  }

  DeviceBook(Registry registry, AuditTrail audit, Enterprises enterprises, Clock clock) {
    this.registry = registry;
    this.audit = audit;
    this.enterprises = enterprises;
    this.clock = clock;
    devices = new DocumentCache<>(registry, KIND, document -> DeviceJson.read(document.body()));
  }

  @Deactivate
  void close() {
    devices.close();
  }

  @Override
  public synchronized Device register(Device wanted, Principal actor) {
    ready();
    Device device = completed(wanted);
    DeviceRules.check(device);
    checkReach(device, actor);
    if (devices.get(device.id()).isPresent()) {
      throw Texts.conflict("device-exists", device.id());
    }
    save(device, 0L, actor);
    audit.append(actor.source(), "device.register", device.id(), null);
    return device;
  }

  @Override
  public synchronized Device update(Device wanted, Principal actor) {
    Device before = reachable(wanted.id(), actor);
    Device device = completed(wanted);
    DeviceRules.check(device);
    if (!before.enterprise().equals(device.enterprise())) {
      throw Texts.invalid("bad-device")
          .withFaults(List.of(Texts.fault("device-moved", "/enterprise", before.enterprise())));
    }
    save(device, null, actor);
    audit.append(actor.source(), "device.update", device.id(), null);
    return device;
  }

  @Override
  public synchronized void remove(String id, Principal actor) {
    reachable(id, actor);
    registry.delete(StoredKey.KIND, id, actor.source());
    registry.delete(KIND, id, actor.source());
    seen.remove(id);
    audit.append(actor.source(), "device.remove", id, null);
  }

  @Override
  public Optional<Device> get(String id) {
    return devices.get(id);
  }

  @Override
  public List<Device> list() {
    ready();
    return devices.all().stream().sorted(Comparator.comparing(Device::id)).toList();
  }

  @Override
  public Optional<Instant> lastSeen(String id) {
    return Optional.ofNullable(seen.get(id));
  }

  @Override
  public Optional<Device> identify(String protocol, String serial, String address, String path) {
    return DeviceMatch.of(of(protocol), serial, address, path);
  }

  @Override
  public List<Device> of(String protocol) {
    return devices.all().stream().filter(d -> d.protocol().equals(protocol)).toList();
  }

  @Override
  public void seen(Device device) {
    seen.put(device.id(), clock.instant());
  }

  /** The device with this id, refused unless the actor may touch it. */
  Device reachable(String id, Principal actor) {
    ready();
    Device device =
        devices.get(id).orElseThrow(() -> Texts.notFound("unknown-device", String.valueOf(id)));
    checkReach(device, actor);
    return device;
  }

  private void ready() {
    if (!devices.loaded()) {
      throw Texts.notReady();
    }
  }

  private void checkReach(Device device, Principal actor) {
    if (PlatformBelow.is(device)) {
      if (!actor.scope().allowsDivision(PlatformBelow.division(device))) {
        throw Texts.forbidden("beyond-scope", PlatformBelow.division(device), actor.scope().code());
      }
      return;
    }
    Enterprise enterprise =
        enterprises
            .find(device.enterprise())
            .orElseThrow(() -> unknownEnterprise(device.enterprise()));
    if (!actor.scope().allows(enterprise.id(), enterprise.division())) {
      throw Texts.forbidden("beyond-scope", device.enterprise(), actor.scope().code());
    }
  }

  private static RuntimeException unknownEnterprise(String id) {
    return Texts.invalid("unknown-enterprise", id)
        .withFaults(List.of(Texts.fault("enterprise-unknown", "/enterprise", id)));
  }

  private Device completed(Device device) {
    boolean unnamed = device.id() == null || device.id().isBlank();
    return new Device(
        unnamed ? "dev-" + randomHex(6) : device.id(),
        device.enterprise(),
        device.protocol(),
        device.maker(),
        device.serial(),
        device.addresses(),
        AUTO.equals(device.path()) ? randomHex(16) : device.path(),
        device.lanes(),
        device.settings());
  }

  private void save(Device device, Long expectedVersion, Principal actor) {
    String division =
        PlatformBelow.is(device)
            ? PlatformBelow.division(device)
            : enterprises.find(device.enterprise()).map(Enterprise::division).orElse(null);
    String body = DeviceJson.write(device).toString();
    registry.put(
        new Draft(KIND, device.id(), device.enterprise(), division, body),
        actor.source(),
        expectedVersion);
  }

  private String randomHex(int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }
}
