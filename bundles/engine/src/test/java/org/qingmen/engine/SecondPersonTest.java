package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.engine.internal.life.PackRegistry;
import org.qingmen.engine.internal.life.Registries;
import org.qingmen.spi.pack.PackState;

@DisplayName("Where two persons are asked for, a rule pack")
class SecondPersonTest {

  @TempDir private Path data;
  private PackRegistry registry;

  @BeforeEach
  void open() {
    registry = Registries.open(data, true, true);
  }

  @AfterEach
  void close() {
    registry.stop();
  }

  @Test
  @DisplayName("is not put into service by whoever brought it, and by anybody else is")
  void anotherPersonActivates() {
    PackStatus pack = install("1.0.0");

    assertThat(refused(() -> activate(pack, "user:li"))).isEqualTo("same-person");
    assertThat(state(pack)).isEqualTo(PackState.TESTED);
    assertThat(activate(pack, "user:wang").state()).isEqualTo(PackState.ACTIVE);
    assertThat(registry.get(pack.id(), pack.version()).orElseThrow().activatedBy())
        .isEqualTo("user:wang");
  }

  @Test
  @DisplayName("may be activated by its author where nobody asks for a second person")
  void oneSuffices() {
    registry.stop();
    registry = Registries.open(data, true, false);

    assertThat(activate(install("1.0.0"), "user:li").state()).isEqualTo(PackState.ACTIVE);
  }

  @Test
  @DisplayName("brought a second time by somebody else still belongs to whoever came first")
  void theFirstCounts() {
    PackStatus pack = install("1.0.0");
    registry.install(TestPack.gate("trial.gate", "1.0.0", 5).zip(), "user:zhao");

    assertThat(refused(() -> activate(pack, "user:li"))).isEqualTo("same-person");
  }

  @Test
  @DisplayName("remembers across a restart who brought it")
  void survivesARestart() {
    PackStatus pack = install("1.0.0");
    registry.stop();
    registry = Registries.open(data, true, true);

    assertThat(refused(() -> activate(pack, "user:li"))).isEqualTo("same-person");
  }

  @Test
  @DisplayName("that two persons signed may be activated by either of them")
  void twoSignaturesAreTwoPersons() throws IOException, GeneralSecurityException {
    KeyPair author = trusted("author");
    KeyPair approver = trusted("approver");
    registry.stop();
    registry = Registries.open(data, true, true);
    byte[] signed =
        TestPack.gate("trial.gate", "1.0.0", 5)
            .signed(author.getPrivate())
            .approved(approver.getPrivate())
            .zip();

    PackStatus pack = registry.install(signed, "user:li");

    assertThat(pack.problems()).isEmpty();
    assertThat(pack.signers().count()).isEqualTo(2);
    assertThat(activate(pack, "user:li").state()).isEqualTo(PackState.ACTIVE);
  }

  private PackStatus install(String version) {
    PackStatus pack = registry.install(TestPack.gate("trial.gate", version, 5).zip(), "user:li");
    assertThat(pack.problems()).isEmpty();
    return pack;
  }

  private PackStatus activate(PackStatus pack, String actor) {
    return registry.activate(pack.id(), pack.version(), null, PackAct.by(actor));
  }

  private PackState state(PackStatus pack) {
    return registry.get(pack.id(), pack.version()).orElseThrow().state();
  }

  private KeyPair trusted(String name) throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path trust = Files.createDirectories(data.resolve("trust"));
    String base64 = Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded());
    Files.writeString(
        trust.resolve(name + ".pub"),
        "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");
    return pair;
  }

  private static String refused(ThrowingCallable call) {
    PackException[] thrown = new PackException[1];
    assertThatThrownBy(call).isInstanceOfSatisfying(PackException.class, e -> thrown[0] = e);
    return thrown[0].code();
  }
}
