package org.qingmen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingmen.store.testing.Databases;
import org.qingmen.store.testing.StoreFixture;

class RegistryTest {

  private static Draft vehicle(String no, String stage) {
    return new Draft(
        "in-plant-vehicle", "E1/" + no, "E1", "130203", "{\"stage\":\"" + stage + "\"}");
  }

  @ParameterizedTest
  @EnumSource
  void aChangeIsANewVersionAndThePastCanBeRead(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      Document first = store.registry.put(vehicle("7", "4"), "user:zhang");
      Document second = store.registry.put(vehicle("7", "6"), "user:li");

      assertThat(second.version()).isEqualTo(2);
      assertThat(store.registry.get("in-plant-vehicle", "E1/7")).contains(second);
      assertThat(store.registry.getAsOf("in-plant-vehicle", "E1/7", first.at())).contains(first);
      assertThat(store.registry.history("in-plant-vehicle", "E1/7"))
          .extracting(Document::author)
          .containsExactly("user:li", "user:zhang");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasRegisteredAtTheEndOfADayIsListedWithoutLaterChanges(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      store.registry.put(vehicle("1", "4"), "user:zhang");
      Document second = store.registry.put(vehicle("2", "5"), "user:zhang");
      store.registry.put(vehicle("3", "6"), "user:zhang");
      store.registry.delete("in-plant-vehicle", "E1/1", "user:zhang");

      assertThat(store.registry.listAsOf("in-plant-vehicle", "E1", second.at()))
          .extracting(Document::id)
          .contains("E1/1", "E1/2");
      assertThat(store.registry.listAsOf("in-plant-vehicle", "E1", second.at().plusSeconds(60)))
          .extracting(Document::id)
          .containsExactly("E1/2", "E1/3");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWriterWhoReadAnOldVersionIsRefused(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      store.registry.put(vehicle("7", "4"), "user:zhang", 0L);

      assertThatThrownBy(() -> store.registry.put(vehicle("7", "6"), "user:li", 0L))
          .isInstanceOfSatisfying(
              VersionConflictException.class, e -> assertThat(e.actual()).isEqualTo(1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofManyWhoDemandTheVersionTheyReadOnlyOneWrites(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      store.registry.put(vehicle("7", "4"), "user:zhang");
      WriteDemands demands = (WriteDemands) store.registry;
      AtomicInteger refused = new AtomicInteger();
      List<Thread> writers = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        writers.add(
            new Thread(
                () -> {
                  demands.make("in-plant-vehicle", "E1/7", RegistryTest::stillTheFirst);
                  try {
                    store.registry.put(vehicle("7", "6"), "user:li");
                  } catch (IllegalStateException e) {
                    refused.incrementAndGet();
                  }
                }));
      }
      writers.forEach(Thread::start);
      for (Thread writer : writers) {
        writer.join();
      }

      assertThat(refused).hasValue(5);
      assertThat(store.registry.history("in-plant-vehicle", "E1/7")).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDemandHoldsForOneWriteOfOneDocument(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      WriteDemands demands = (WriteDemands) store.registry;
      List<Document> seen = new ArrayList<>();
      demands.make("in-plant-vehicle", "E1/7", seen::add);
      store.registry.put(vehicle("8", "4"), "user:zhang");
      assertThat(seen).as("another document").isEmpty();
      store.registry.put(vehicle("7", "4"), "user:zhang");
      store.registry.put(vehicle("7", "5"), "user:zhang");
      assertThat(seen).as("asked once, before there was any").containsOnlyNulls().hasSize(1);

      demands.make("in-plant-vehicle", "E1/7", RegistryTest::stillTheFirst);
      assertThatThrownBy(() -> store.registry.delete("in-plant-vehicle", "E1/7", "user:li"))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(
              () -> store.registry.putAll(List.of(vehicle("9", "4"), vehicle("7", "6")), "user:li"))
          .isInstanceOf(IllegalStateException.class);
      assertThat(store.registry.get("in-plant-vehicle", "E1/9")).as("all or nothing").isEmpty();
      demands.forget();
      assertThat(store.registry.delete("in-plant-vehicle", "E1/7", "user:li")).isTrue();
    }
  }

  private static void stillTheFirst(Document present) {
    if (present.version() != 1) {
      throw new IllegalStateException("changed since");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDeletedDocumentIsGoneButItsHistoryStays(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      store.registry.put(vehicle("7", "4"), "user:zhang");

      assertThat(store.registry.delete("in-plant-vehicle", "E1/7", "user:li")).isTrue();
      assertThat(store.registry.delete("in-plant-vehicle", "E1/7", "user:li")).isFalse();
      assertThat(store.registry.get("in-plant-vehicle", "E1/7")).isEmpty();
      assertThat(store.registry.history("in-plant-vehicle", "E1/7")).hasSize(2);
      assertThat(store.registry.all("in-plant-vehicle")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void pagesFollowOneAnotherAndTextIsFound(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      List<Draft> drafts = new ArrayList<>();
      for (int i = 10; i < 15; i++) {
        drafts.add(vehicle("" + i, i == 12 ? "国六_" : "4"));
      }
      store.registry.putAll(drafts, "user:zhang");

      Page<Document> first = store.registry.list(RegistryQuery.of("in-plant-vehicle", 3));
      assertThat(first.items()).hasSize(3);
      Page<Document> second =
          store.registry.list(
              new RegistryQuery("in-plant-vehicle", "E1", "1302", null, first.next(), 3));
      assertThat(second.items()).extracting(Document::id).containsExactly("E1/13", "E1/14");
      assertThat(second.next()).isNull();
      assertThat(
              store
                  .registry
                  .list(new RegistryQuery("in-plant-vehicle", null, null, "六_", null, 10))
                  .items())
          .extracting(Document::id)
          .containsExactly("E1/12");
    }
  }

  @ParameterizedTest
  @EnumSource
  void listenersKnowOfAChangeBeforeTheWriterDoes(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      List<Document> heard = new ArrayList<>();
      var registration = store.registry.addListener("in-plant-vehicle", heard::add);

      Document stored = store.registry.put(vehicle("7", "4"), "user:zhang");
      assertThat(heard).containsExactly(stored);
      registration.close();
      store.registry.delete("in-plant-vehicle", "E1/7", "user:zhang");
      assertThat(heard).hasSize(1);
    }
  }
}
