package org.qingmen.supervision.registers.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.intake.ObjectStore;
import org.qingmen.store.Document;
import org.qingmen.store.StoredJson;
import org.qingmen.store.internal.audit.AuditService;
import org.qingmen.store.internal.registry.RegistryService;
import org.qingmen.store.testing.RegistryFixture;
import org.qingmen.supervision.registers.Imports;
import org.qingmen.supervision.registers.RegisterKinds;
import org.qingmen.supervision.registers.internal.duplicates.DuplicateService;
import org.qingmen.supervision.registers.internal.duplicates.KeyIndex;

/** The room on the real store, wired as the container wires it. */
public final class Bureau implements AutoCloseable {

  public static final String CEMENT = "91130200700000001K001P";
  public static final String STEEL = "91140200700000002K001P";
  public static final String ZHANG = "user:zhang";

  private static final ObjectMapper JSON = new ObjectMapper();

  public final RegistryService registry;
  public final AuditService audit;
  public final RegisterService registers;
  public final KeyIndex index;
  public final DuplicateService duplicates;
  public final Enterprises enterprises = this::enterprise;
  public final ObjectStore objects = new MemoryObjects();
  private final RegistryFixture store;

  public Bureau() {
    this(Clock.systemUTC());
  }

  public Bureau(Clock clock) {
    store = new RegistryFixture(clock);
    registry = store.registry;
    audit = store.audit;
    registers = new RegisterService(registry, clock);
    index = new KeyIndex(registry);
    duplicates = new DuplicateService(registry, audit, index);
    found(CEMENT, "130203");
    found(STEEL, "140203");
  }

  /** Registers an enterprise. */
  public void found(String id, String division) {
    put("enterprise", null, id, "{\"name\": \"示例\", \"division\": \"" + division + "\"}");
  }

  /** Registers an entry. */
  public Document put(String kind, String enterprise, String number, String body) {
    return registers
        .put(RegisterKinds.ofKind(kind), enterprise, "130203", number, json(body), ZHANG)
        .document();
  }

  public static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** Somebody whose scope is a division. */
  public static Imports.Uploader officer(String prefix) {
    return new Imports.Uploader() {
      @Override
      public String actor() {
        return ZHANG;
      }

      @Override
      public boolean sees(String enterprise, String division) {
        return covers(division);
      }

      @Override
      public boolean covers(String division) {
        return division != null && division.startsWith(prefix);
      }

      @Override
      public String division() {
        return (prefix + "000000").substring(0, 6);
      }
    };
  }

  private Optional<Enterprise> enterprise(String id) {
    return registry
        .get("enterprise", id)
        .map(StoredJson::body)
        .map(
            body ->
                new Enterprise(
                    id, Json.text(body, "name"), Json.text(body, "division"), List.of(), null));
  }

  @Override
  public void close() {
    store.close();
  }

  private static final class MemoryObjects implements ObjectStore {

    private final Map<String, byte[]> kept = new HashMap<>();

    @Override
    public String put(byte[] content) {
      String hash = UUID.nameUUIDFromBytes(content).toString();
      kept.put(hash, content);
      return hash;
    }

    @Override
    public Optional<byte[]> get(String sha256) throws IOException {
      return Optional.ofNullable(kept.get(sha256));
    }
  }

  /** A clock that goes on by one second each time it is read. */
  public static Clock ticking(Instant begin) {
    return new Clock() {
      private Instant now = begin;

      @Override
      public java.time.ZoneId getZone() {
        return java.time.ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }

      @Override
      public synchronized Instant instant() {
        now = now.plusSeconds(1);
        return now;
      }
    };
  }
}
