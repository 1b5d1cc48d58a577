package org.qingmen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingmen.store.testing.PassageEntry.in;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.qingmen.store.internal.db.DatabaseSettings;
import org.qingmen.store.internal.db.StoreHealth;
import org.qingmen.store.testing.MariaDbServer;
import org.qingmen.store.testing.PassageEntry;
import org.qingmen.store.testing.StoreFixture;

class DatabaseOutageTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void aDatabaseKilledUnderTheProjectorLosesNothingAndDoublesNothing() throws Exception {
    try (MariaDbServer server = MariaDbServer.start();
        StoreFixture store =
            new StoreFixture(new DatabaseSettings(server.createDatabase("q"), "root", "", 4))) {
      store.receive(in("before", "2026-10-01T08:00:00"));
      Draft draft = new Draft("enterprise", "E1", "E1", "130203", "{}");
      store.registry.put(draft, "test");
      server.kill();
      for (int i = 0; i < 100; i++) {
        store.journal.append(List.of(in("S" + i, "2026-10-01T09:00:00").entry()));
      }
      assertThatThrownBy(() -> store.registry.put(draft, "test"))
          .isInstanceOf(StoreUnavailableException.class);
      StoreHealth health = new StoreHealth(store.database);
      assertThat(health.check().up()).isFalse();
      assertThat(health.check().essential()).isFalse();

      CountDownLatch back = new CountDownLatch(1);
      store.registry.whenReachable(back::countDown);
      server.resume();
      assertThat(back.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(store.projection.awaitPosition(101, PATIENCE)).isTrue();
      assertThat(
              store
                  .passages
                  .list(
                      new PassageQuery(
                          null, null, null, null, null, null, null, null, null, null, null, 1000))
                  .items())
          .hasSize(101);
      assertThat(health.check().up()).isTrue();
    }
  }

  @Test
  void aDatabaseThatIsAwayAtStartIsUsedWhenItComes() throws Exception {
    try (MariaDbServer server = MariaDbServer.start()) {
      String url = server.createDatabase("q");
      server.kill();
      try (StoreFixture store = new StoreFixture(new DatabaseSettings(url, "root", "", 4))) {
        PassageEntry entry = in("S1", "2026-10-01T08:00:00");
        store.journal.append(List.of(entry.entry()));
        assertThatThrownBy(() -> store.passages.find(entry.receipt()))
            .isInstanceOf(StoreUnavailableException.class);

        server.resume();
        assertThat(store.projection.awaitPosition(1, PATIENCE)).isTrue();
        assertThat(store.passages.find(entry.receipt())).isPresent();
      }
    }
  }

  @Test
  void settingsUnderWhichCommitsMayBeLostAreNoticed() throws Exception {
    try (MariaDbServer server = MariaDbServer.start()) {
      String url = server.createDatabase("q");
      server.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 2");
      try (StoreFixture store = new StoreFixture(new DatabaseSettings(url, "root", "", 4))) {
        StoreHealth health = new StoreHealth(store.database);
        assertThat(health.check().up()).isTrue();
        assertThat(health.check().detail())
            .contains("innodb_flush_log_at_trx_commit=2", "set it to 1");
      }
    }
  }
}
