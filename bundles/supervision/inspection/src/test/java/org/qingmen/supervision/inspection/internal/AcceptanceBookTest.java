package org.qingmen.supervision.inspection.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.qingmen.engine.Judge;
import org.qingmen.engine.Judgement;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.Parameters;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.intake.ObjectStore;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.Document;
import org.qingmen.store.GateHistory;
import org.qingmen.store.LedgerStore;
import org.qingmen.store.Page;
import org.qingmen.store.PassageStore;
import org.qingmen.store.Registry;
import org.qingmen.store.VideoIndex;
import org.qingmen.store.testing.MemoryRegistry;
import org.qingmen.supervision.control.Episodes;

class AcceptanceBookTest {

  @Test
  void anEnterpriseHasOneOpenAcceptanceAtATime() {
    Enterprise plant = new Enterprise("E1", "石川长垣水泥有限公司", "130203", List.of(), null);
    List<Document> known = List.of(stored("a-1", "accepted"), stored("a-2", "open"));
    AcceptanceBook book =
        new AcceptanceBook(
            World.fake(Registry.class, "list", a -> new Page<>(known, null)),
            null,
            World.fake(Enterprises.class, "find", a -> Optional.of(plant)),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> book.begin("E1", "user:it"));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
    assertThat(refusal.code()).isEqualTo("acceptance-running");
  }

  /** Answers everything as if there were nothing. */
  private static <T> T nothing(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, called, arguments) -> {
              Class<?> wanted = called.getReturnType();
              if (wanted == Optional.class) {
                return Optional.empty();
              }
              if (wanted == List.class) {
                return List.of();
              }
              if (wanted == Page.class) {
                return new Page<>(List.of(), null);
              }
              if (wanted == Judgement.class) {
                return new Judgement(List.of(), List.of(), List.of(), List.of(), new byte[0]);
              }
              if (wanted == Parameters.class) {
                return World.fake(Parameters.class, "number", a -> 1.0);
              }
              return wanted == long.class ? (Object) 0L : null;
            }));
  }

  @Test
  void ofTwoThatBeginAtOnceOnlyOneIsStored() {
    Enterprise plant = new Enterprise("E1", "石川长垣水泥有限公司", "130203", List.of(), null);
    Registry kept = new MemoryRegistry();
    // Both asked before either had stored: each is told that there is none.
    Registry stale =
        (Registry)
            Proxy.newProxyInstance(
                Registry.class.getClassLoader(),
                new Class<?>[] {Registry.class},
                (proxy, called, a) ->
                    called.getName().equals("list")
                        ? new Page<>(List.of(), null)
                        : called.invoke(kept, a));
    AcceptanceBook book =
        new AcceptanceBook(
            unwrapping(stale),
            nothing(AuditTrail.class),
            World.fake(Enterprises.class, "find", a -> Optional.of(plant)),
            nothing(Judge.class),
            nothing(GateHistory.class),
            nothing(PassageStore.class),
            nothing(LedgerStore.class),
            nothing(Episodes.class),
            nothing(Journal.class),
            nothing(VideoIndex.class),
            nothing(ObjectStore.class));
    book.begin("E1", "user:one");
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> book.begin("E1", "user:two"));
    assertThat(refusal.code()).isEqualTo("acceptance-running");
    assertThat(kept.all("acceptance")).hasSize(1);
  }

  /** A proxy wraps what is thrown; the book must see it as the store throws it. */
  private static Registry unwrapping(Registry registry) {
    return (Registry)
        Proxy.newProxyInstance(
            Registry.class.getClassLoader(),
            new Class<?>[] {Registry.class},
            (proxy, called, a) -> {
              try {
                return called.invoke(registry, a);
              } catch (InvocationTargetException e) {
                Throwable cause = e.getCause();
                while (cause instanceof InvocationTargetException
                    || cause instanceof UndeclaredThrowableException) {
                  cause = cause.getCause();
                }
                throw cause;
              }
            });
  }

  private static Document stored(String id, String state) {
    String body = "{\"id\": \"%s\", \"state\": \"%s\"}".formatted(id, state);
    return new Document("acceptance", id, "E1", "130203", 1, body, "-", Instant.EPOCH, false);
  }
}
