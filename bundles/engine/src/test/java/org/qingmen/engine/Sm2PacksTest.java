package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingmen.engine.SignatureAlgorithm.ED25519;
import static org.qingmen.engine.SignatureAlgorithm.SM2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.engine.internal.life.PackRegistry;
import org.qingmen.engine.internal.life.Registries;
import org.qingmen.engine.internal.pack.Keys;
import org.qingmen.spi.pack.PackProblem;
import org.qingmen.spi.pack.PackState;

@DisplayName("A rule pack signed with SM2")
class Sm2PacksTest {

  private static final Set<SignatureAlgorithm> BOTH = Set.of(ED25519, SM2);

  @TempDir private Path data;
  private PackRegistry registry;
  private PrivateKey sm2;
  private PrivateKey ed25519;

  @BeforeEach
  void keys() throws IOException, GeneralSecurityException {
    Files.createDirectories(data.resolve("trust"));
    sm2 = key("hebei-sm2", SM2);
    ed25519 = key("hebei", ED25519);
    open(BOTH);
  }

  @AfterEach
  void close() {
    registry.stop();
  }

  private PrivateKey key(String name, SignatureAlgorithm algorithm)
      throws IOException, GeneralSecurityException {
    Path file = data.resolve(name);
    Path published = PackSigning.newKey(file, algorithm, null);
    Files.move(published, data.resolve("trust").resolve(published.getFileName()));
    return Keys.readPrivate(file);
  }

  private void open(Set<SignatureAlgorithm> accepted) {
    if (registry != null) {
      registry.stop();
    }
    registry = Registries.open(data, false, false, accepted);
  }

  private static TestPack pack() {
    return TestPack.gate("trial.gate", "1.0.0", 5);
  }

  private List<String> problems(TestPack pack) {
    return registry.install(pack.zip(), "li").problems().stream()
        .map(PackProblem::code)
        .distinct()
        .toList();
  }

  @Test
  @DisplayName("is accepted where the setting names SM2, and its key is named")
  void accepted() {
    PackStatus status = registry.install(pack().signed(sm2).zip(), "li");

    assertThat(status.problems()).isEmpty();
    assertThat(status.state()).isEqualTo(PackState.SIGNED);
    assertThat(status.signedBy()).isEqualTo("hebei-sm2");
  }

  @Test
  @DisplayName("is refused for its algorithm where only Ed25519 is named, and the other way round")
  void notConfigured() {
    open(Set.of(ED25519));
    assertThat(problems(pack().signed(sm2))).containsExactly("algorithm-not-accepted");
    assertThat(problems(pack().signed(ed25519))).isEmpty();

    open(Set.of(SM2));
    TestPack next = TestPack.gate("trial.gate", "1.1.0", 5);
    assertThat(problems(next.signed(ed25519))).containsExactly("algorithm-not-accepted");
    assertThat(problems(next.signed(sm2))).isEmpty();
  }

  @Test
  @DisplayName("may be approved with Ed25519 where both are named")
  void mixed() {
    PackStatus status = registry.install(pack().signed(sm2).approved(ed25519).zip(), "li");

    assertThat(status.problems()).isEmpty();
    assertThat(status.signers()).isEqualTo(new PackStatus.Signers("hebei-sm2", "hebei"));
  }

  @Test
  @DisplayName("is refused for the same reasons as any other")
  void verifiedLikeAnyOther() throws IOException, GeneralSecurityException {
    PrivateKey stranger = Keys.newPair(SM2).getPrivate();

    assertThat(problems(pack().signed(stranger))).containsExactly("wrong-key");
    assertThat(problems(pack().signed(sm2).approved(sm2))).containsExactly("same-signer");
    assertThat(problems(pack().signed(sm2).replace("parameters.yaml", "value: 5", "value: 4")))
        .containsExactly("tampered-file");
    Files.writeString(data.resolve("trust/revoked"), "hebei-sm2\n");
    assertThat(problems(pack().signed(sm2))).containsExactly("key-revoked");
  }

  @Test
  @DisplayName("cannot call its signature that of another algorithm, nor of none there is")
  void namesAreBinding() {
    TestPack signed = pack().signed(sm2);

    assertThat(problems(signed.replace("manifest.sig", "sm2", "ed25519")))
        .containsExactly("wrong-key");
    assertThat(problems(signed.replace("manifest.sig", "ed25519", "rsa")))
        .containsExactly("algorithm-not-accepted");
    assertThat(problems(signed.replace("manifest.sig", "algorithm: rsa\n", "")))
        .containsExactly("wrong-key");
  }

  @Test
  @DisplayName("signed before signatures named their algorithm, with Ed25519, is still good")
  void withoutAName() {
    assertThat(problems(pack().signed(ed25519).replace("manifest.sig", "algorithm: ed25519\n", "")))
        .isEmpty();
  }

  @Test
  @DisplayName("does not serve after a restart that no longer names SM2")
  void takenBack() {
    registry.install(pack().signed(sm2).zip(), "li");
    registry.activate("trial.gate", "1.0.0", "li");

    open(BOTH);
    assertThat(state()).isEqualTo(PackState.ACTIVE);
    open(Set.of(ED25519));
    assertThat(state()).isEqualTo(PackState.QUARANTINED);
  }

  private PackState state() {
    return registry.get("trial.gate", "1.0.0").orElseThrow().state();
  }

  @Test
  @DisplayName("needs a setting that names algorithms there are")
  void settings() {
    assertThat(SignatureAlgorithm.listed(" SM2 , ed25519 ")).isEqualTo(BOTH);
    for (String wrong : List.of("", "rsa", "ed25519,,sm2", "ed25519;sm2")) {
      assertThatThrownBy(() -> SignatureAlgorithm.listed(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("ed25519,sm2");
    }
  }
}
