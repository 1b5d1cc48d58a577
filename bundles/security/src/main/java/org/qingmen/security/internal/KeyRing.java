package org.qingmen.security.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.security.CreatedKey;
import org.qingmen.security.DeviceKeys;
import org.qingmen.security.Principal;
import org.qingmen.security.Role;
import org.qingmen.security.SignedRequest;
import org.qingmen.security.Verification;
import org.qingmen.security.Verification.Accepted;
import org.qingmen.security.Verification.Refused;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.alarm.AlarmSink;
import org.qingmen.spi.device.Device;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalUnavailableException;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.DocumentCache;
import org.qingmen.store.Registry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Devices' keys: sealed in the registry, open in memory; nonces in memory and in the journal. */
@Component
public final class KeyRing implements DeviceKeys {

  private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
  private static final int SECRET_BYTES = 32;

  private final Registry registry;
  private final AuditTrail audit;
  private final DeviceBook devices;
  private final Journal journal;
  private final ServerKey serverKey;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final NonceMemory nonces = new NonceMemory(WINDOW_SECONDS);
  private final DocumentCache<StoredKey> keys;
  private final ReplayAlarm alarm;
  private final CompletableFuture<Void> recalled;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "qingmen-device-keys");
            thread.setDaemon(true);
            return thread;
          });

  /** Wired by the container. */
  @Activate
  public KeyRing(
      @Reference Registry registry,
      @Reference AuditTrail audit,
      @Reference DeviceBook devices,
      @Reference Journal journal,
      @Reference AlarmSink alarms,
      BundleContext bundles) {
    this(
        registry,
        audit,
        devices,
        journal,
        alarms,
        ServerKey.of(DataFiles.directory(bundles)),
        Clock.systemUTC());
  }

  KeyRing(
      Registry registry,
      AuditTrail audit,
      DeviceBook devices,
      Journal journal,
      AlarmSink alarms,
      ServerKey serverKey,
      Clock clock) {
    this.registry = registry;
    this.audit = audit;
    this.devices = devices;
    this.journal = journal;
    this.serverKey = serverKey;
    this.clock = clock;
    alarm = new ReplayAlarm(audit, worker, keyId -> alarms.raise(replayed(keyId)));
    keys =
        new DocumentCache<>(
            registry, StoredKey.KIND, document -> StoredKey.read(document, serverKey));
    recalled =
        CompletableFuture.runAsync(
            () -> NonceHistory.recall(journal, nonces, WINDOW_SECONDS, clock.instant()), worker);
    recalled.whenComplete(KeyRing::complain);
  }

  /** Waits until the nonces that served before the start are known again. */
  void awaitRecall() {
    recalled.join();
  }

  /** Waits until what was begun before {@link #close} is done. */
  boolean awaitEnd() {
    try {
      return worker.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Deactivate
  void close() {
    keys.close();
    worker.shutdown();
  }

  @Override
  public CreatedKey create(String deviceId, Principal actor) {
    Device device = devices.reachable(deviceId, actor);
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    registry.put(StoredKey.draft(device, secret, serverKey), actor.source());
    audit.append(actor.source(), "device-key.create", device.id(), null);
    return new CreatedKey(device.id(), Base64.getEncoder().encodeToString(secret));
  }

  @Override
  public void revoke(String keyId, Principal actor) {
    devices.reachable(keyId, actor);
    if (registry.delete(StoredKey.KIND, keyId, actor.source())) {
      audit.append(actor.source(), "device-key.revoke", keyId, null);
    }
  }

  @Override
  public Verification verify(SignedRequest request) {
    if (!keys.loaded() || !recalled.isDone() || recalled.isCompletedExceptionally()) {
      return new Refused(Texts.notReady());
    }
    Optional<StoredKey> key = keys.get(request.keyId()).filter(known -> known.secret().isPresent());
    if (key.isEmpty() || devices.get(request.keyId()).isEmpty()) {
      return new Refused(Texts.unauthenticated("unknown-key"));
    }
    long now = clock.instant().getEpochSecond();
    if (Math.abs(now - request.time()) > WINDOW_SECONDS) {
      return new Refused(
          Texts.unauthenticated("clock", Long.toString(now - request.time()), WINDOW_SECONDS));
    }
    if (!signed(request, key.get().secret().orElseThrow())) {
      return new Refused(Texts.unauthenticated("bad-mac"));
    }
    return useUp(request, key.get(), now);
  }

  @Override
  public long replays() {
    return alarm.total();
  }

  private Verification useUp(SignedRequest request, StoredKey key, long now) {
    if (!nonces.use(request.keyId(), request.nonce(), request.time(), now)) {
      alarm.replayed(request.keyId());
      return new Refused(Texts.unauthenticated("replayed-nonce", request.nonce()));
    }
    NonceRecord record = new NonceRecord(request.keyId(), request.nonce(), request.time());
    Principal device = new Principal(key.keyId(), Set.of(Role.DEVICE), key.scope(), key.keyId());
    return new Accepted(device, journalled(record));
  }

  /** A request that could not be taken for want of a journal may be sent again as it is. */
  private CompletableFuture<Void> journalled(NonceRecord record) {
    try {
      return journal.append(List.of(record.entry(clock.instant()))).synced();
    } catch (JournalUnavailableException e) {
      nonces.forget(record.keyId(), record.nonce());
      throw e;
    }
  }

  private static void complain(Void nothing, Throwable failure) {
    if (failure != null) {
      LOG.error(
          "The nonces of the last minutes cannot be read from the journal; signed requests are"
              + " refused until the server is started again with a readable journal",
          failure);
    }
  }

  private static boolean signed(SignedRequest request, byte[] secret) {
    byte[] claimed = request.mac().getBytes(StandardCharsets.UTF_8);
    String path = request.pathAndQuery();
    String other = path.endsWith("?") ? path.substring(0, path.length() - 1) : path + "?";
    boolean asSent = fits(request.signedText(path), secret, claimed);
    return asSent || (bare(path) && fits(request.signedText(other), secret, claimed));
  }

  /** A path without a query: whether a lone question mark was signed does not matter. */
  private static boolean bare(String path) {
    int mark = path.indexOf('?');
    return mark < 0 || mark == path.length() - 1;
  }

  private static boolean fits(String text, byte[] secret, byte[] claimed) {
    byte[] mac = Digests.hmacSha256(secret, text.getBytes(StandardCharsets.UTF_8));
    byte[] expected = HexFormat.of().formatHex(mac).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, claimed);
  }

  private Alarm replayed(String keyId) {
    return new Alarm(
        "replayed-requests",
        "replayed-requests/" + keyId,
        devices.get(keyId).map(Device::enterprise).orElse(null),
        null,
        null,
        clock.instant(),
        Map.of("device", keyId),
        List.of(new Alarm.Evidence("device", keyId)));
  }
}
