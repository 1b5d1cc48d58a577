package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.engine.internal.life.PackRegistry;
import org.qingmen.engine.internal.life.Registries;
import org.qingmen.engine.internal.pack.FolderReader;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.spi.pack.PackState;

@DisplayName("A pack of the distribution")
class ShippedLifeTest {

  private static final String ID = "trial.gate";

  @TempDir private Path data;
  @TempDir private Path distribution;
  private PackRegistry registry;

  @BeforeEach
  void open() {
    registry = Registries.open(data, false);
  }

  @AfterEach
  void close() {
    registry.stop();
  }

  private PackStatus ship(TestPack pack) {
    return registry.installShipped(
        FolderReader.read(pack.folder(distribution), new Problems()), "bundle." + ID);
  }

  @Test
  @DisplayName("serves without a signature, and stays retired when a person retired it")
  void servesAtOnce() {
    assertThat(ship(TestPack.gate(ID, "1.0.0", 5)).state()).isEqualTo(PackState.ACTIVE);
    registry.retire(ID, "1.0.0", "wang");

    registry.stop();
    registry = Registries.open(data, false);

    assertThat(ship(TestPack.gate(ID, "1.0.0", 5)).state()).isEqualTo(PackState.RETIRED);
  }

  @Test
  @DisplayName("gives way to the one of the next distribution, even under the same version")
  void givesWayToTheNextDistribution() {
    ship(TestPack.gate(ID, "1.0.0", 5));

    PackStatus next = ship(TestPack.gate(ID, "1.0.0", 6));

    assertThat(next.state()).isEqualTo(PackState.ACTIVE);
    assertThat(registry.get(ID, "1.0.0").orElseThrow().hash()).isEqualTo(next.hash());
    assertThat(registry.list()).extracting(PackStatus::state).contains(PackState.SUPERSEDED);
  }

  @Test
  @DisplayName("does not replace a newer one that serves")
  void doesNotReplaceANewerOne() {
    ship(TestPack.gate(ID, "1.1.0", 5));

    assertThat(ship(TestPack.gate(ID, "1.0.0", 5)).state()).isEqualTo(PackState.SIGNED);
    assertThat(registry.get(ID, "1.1.0").orElseThrow().state()).isEqualTo(PackState.ACTIVE);
  }
}
