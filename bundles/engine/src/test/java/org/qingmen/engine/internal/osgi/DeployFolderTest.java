package org.qingmen.engine.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.engine.PackSigning;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.SignatureAlgorithm;
import org.qingmen.engine.TestPack;
import org.qingmen.engine.internal.life.PackRegistry;
import org.qingmen.engine.internal.life.Registries;
import org.qingmen.engine.internal.pack.Keys;
import org.qingmen.spi.pack.PackProblem;
import org.qingmen.spi.pack.PackState;

@DisplayName("Dropped into the deploy folder, a rule pack")
class DeployFolderTest {

  private static final String ID = "trial.gate";

  @TempDir private Path data;
  private PackRegistry registry;
  private DeployFolder folder;
  private PrivateKey trusted;

  /** Version 2.0.0 with serial 5 serves, dropped and signed by a trusted key. */
  @BeforeEach
  void serve() throws IOException, GeneralSecurityException {
    Files.createDirectories(data.resolve("trust"));
    Files.createDirectories(data.resolve("deploy"));
    trusted = key("hebei");
    registry = Registries.open(data, false);
    folder = new DeployFolder(registry);
    drop("good.zip", pack("2.0.0", 5).signed(trusted));
    assertThat(served()).containsExactly("2.0.0");
  }

  @AfterEach
  void close() {
    registry.stop();
  }

  private PrivateKey key(String name) throws IOException, GeneralSecurityException {
    Path file = data.resolve(name);
    Path published = PackSigning.newKey(file, SignatureAlgorithm.ED25519, null);
    Files.move(published, data.resolve("trust").resolve(published.getFileName()));
    return Keys.readPrivate(file);
  }

  private static TestPack pack(String version, int serial) {
    return TestPack.gate(ID, version, 5)
        .replace("pack.yaml", "kind: gate", "kind: gate\nserial: " + serial);
  }

  private Path drop(String name, TestPack pack) throws IOException {
    Path file = Files.write(data.resolve("deploy").resolve(name), pack.zip());
    assertThat(folder.canHandle(file.toFile())).isTrue();
    folder.install(file.toFile());
    return file;
  }

  private List<String> served() {
    return registry.list().stream()
        .filter(pack -> pack.state() == PackState.ACTIVE)
        .map(PackStatus::version)
        .toList();
  }

  private List<String> problems(String version) {
    return registry.get(ID, version).orElseThrow().problems().stream()
        .map(PackProblem::code)
        .toList();
  }

  /** What is dropped is refused for this reason, and neither it nor its removal ends service. */
  private void refused(String reason, TestPack pack) throws IOException {
    Path file = drop("bad.zip", pack);

    PackStatus status = registry.get(ID, "3.0.0").orElseThrow();
    assertThat(status.state()).isEqualTo(PackState.REFUSED);
    assertThat(problems("3.0.0")).containsExactly(reason);
    assertThat(served()).containsExactly("2.0.0");
    folder.uninstall(file.toFile());
    assertThat(served()).containsExactly("2.0.0");
  }

  @Test
  @DisplayName("unsigned is refused, and what served serves on")
  void unsigned() throws IOException {
    refused("unsigned", pack("3.0.0", 6));
  }

  @Test
  @DisplayName("signed by a stranger is refused, and what served serves on")
  void wrongKey() throws IOException, GeneralSecurityException {
    refused(
        "wrong-key",
        pack("3.0.0", 6).signed(Keys.newPair(SignatureAlgorithm.ED25519).getPrivate()));
  }

  @Test
  @DisplayName("signed in a way that is not configured is refused, and what served serves on")
  void wrongAlgorithm() throws IOException, GeneralSecurityException {
    refused(
        "algorithm-not-accepted",
        pack("3.0.0", 6).signed(Keys.newPair(SignatureAlgorithm.SM2).getPrivate()));
  }

  @Test
  @DisplayName("signed by a revoked key is refused, and what another key signed serves on")
  void revoked() throws IOException, GeneralSecurityException {
    PrivateKey lost = key("lost");
    Files.writeString(data.resolve("trust/revoked"), "lost\n");

    refused("key-revoked", pack("3.0.0", 6).signed(lost));
  }

  @Test
  @DisplayName("changed after signing is refused, and what served serves on")
  void tampered() throws IOException {
    refused(
        "tampered-file",
        pack("3.0.0", 6).signed(trusted).replace("parameters.yaml", "value: 5", "value: 4"));
  }

  @Test
  @DisplayName("with a lower serial or version never serves, also not when it is saved again")
  void downgraded() throws IOException {
    for (TestPack older : List.of(pack("3.0.0", 4), pack("1.0.0", 6))) {
      Path file = drop("older.zip", older.signed(trusted));
      assertThat(served()).containsExactly("2.0.0");
      folder.update(file.toFile());
      assertThat(served()).containsExactly("2.0.0");
      folder.uninstall(file.toFile());
      assertThat(served()).containsExactly("2.0.0");
    }
  }

  @Test
  @DisplayName("saved over the good file, a bad one leaves what served in service")
  void savedOver() throws IOException {
    Path file = Files.write(data.resolve("deploy/good.zip"), pack("2.0.0", 5).zip());
    folder.update(file.toFile());

    assertThat(served()).containsExactly("2.0.0");
  }

  @Test
  @DisplayName("signed and newer serves at once, and its removal puts back what it replaced")
  void newer() throws IOException {
    Path file = drop("newer.zip", pack("3.0.0", 6).signed(trusted));
    assertThat(served()).containsExactly("3.0.0");

    folder.uninstall(file.toFile());
    assertThat(served()).containsExactly("2.0.0");
  }
}
