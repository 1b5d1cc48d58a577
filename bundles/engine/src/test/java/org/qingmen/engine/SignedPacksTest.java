package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.engine.internal.life.PackRegistry;
import org.qingmen.engine.internal.life.Registries;
import org.qingmen.spi.pack.PackProblem;
import org.qingmen.spi.pack.PackState;

@DisplayName("Outside development a rule pack")
class SignedPacksTest {

  @TempDir private Path data;
  private PackRegistry registry;
  private KeyPair trusted;

  @BeforeEach
  void open() throws IOException, GeneralSecurityException {
    trusted = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path trust = Files.createDirectories(data.resolve("trust"));
    String base64 = Base64.getMimeEncoder().encodeToString(trusted.getPublic().getEncoded());
    Files.writeString(
        trust.resolve("hebei.pub"),
        "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");
    registry = Registries.open(data, false);
  }

  @AfterEach
  void close() {
    registry.stop();
  }

  private static TestPack pack() {
    return TestPack.gate("trial.gate", "1.0.0", 5);
  }

  private List<String> problems(byte[] archive) {
    PackStatus status = registry.install(archive, "li");
    assertThat(status.state())
        .isEqualTo(status.problems().isEmpty() ? PackState.SIGNED : PackState.REFUSED);
    return status.problems().stream().map(PackProblem::code).distinct().toList();
  }

  @Test
  @DisplayName("signed by a trusted key is accepted, and the key is named")
  void signedIsAccepted() {
    PackStatus status = registry.install(pack().signed(trusted.getPrivate()).zip(), "li");

    assertThat(status.problems()).isEmpty();
    assertThat(status.signedBy()).isEqualTo("hebei");
    assertThat(status.unsigned()).isFalse();
  }

  @Test
  @DisplayName("unsigned is refused, and accepted once it is signed")
  void unsignedIsRefused() {
    assertThat(problems(pack().zip())).containsExactly("unsigned");
    assertThat(problems(pack().signed(trusted.getPrivate()).zip())).isEmpty();
  }

  @Test
  @DisplayName("signed by another key is refused")
  void wrongKeyIsRefused() throws GeneralSecurityException {
    KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

    assertThat(problems(pack().signed(other.getPrivate()).zip())).containsExactly("wrong-key");
  }

  @Test
  @DisplayName("changed, extended or shortened after signing is refused")
  void tamperedIsRefused() {
    var key = trusted.getPrivate();

    assertThat(
            problems(pack().signed(key).replace("parameters.yaml", "value: 5", "value: 4").zip()))
        .containsExactly("tampered-file");
    assertThat(problems(pack().signed(key).with("cases/more.yaml", "[]").zip()))
        .containsExactly("extra-file");
    assertThat(problems(pack().signed(key).without("cases/gate.yaml").zip()))
        .containsExactly("missing-file");
    assertThat(problems(pack().signed(key).with("manifest.json", "{}").zip()))
        .contains("manifest-unreadable");
    assertThat(problems(pack().signed(key).without("manifest.sig").zip()))
        .containsExactly("unsigned");
  }

  @Test
  @DisplayName("with code, an activator, strange files or paths outside is refused")
  void onlyDataIsAccepted() {
    var key = trusted.getPrivate();

    assertThat(problems(pack().with("rules/Evil.class", "x").signed(key).zip()))
        .contains("class-file");
    assertThat(problems(pack().with("run.sh", "x").signed(key).zip())).contains("unexpected-file");
    assertThat(
            problems(
                pack()
                    .signed(key)
                    .with(
                        "META-INF/MANIFEST.MF",
                        "Manifest-Version: 1.0\r\nBundle-Activator: evil.Activator\r\n\r\n")
                    .zip()))
        .contains("activator");
    for (String path : List.of("../outside.drl", "rules/../../x.drl", "/etc/x.drl", "c:\\x.drl")) {
      assertThat(problems(pack().with(path, "x").signed(key).zip()))
          .as(path)
          .containsAnyOf("zip-slip", "absolute-path");
    }
  }

  @Test
  @DisplayName("that would fill the memory when unpacked is refused")
  void bombsAreRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("rules/bomb.drl"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        zip.write(zeros);
      }
    }

    assertThat(bytes.size()).isLessThan(1 << 20);
    assertThat(problems(bytes.toByteArray())).contains("zip-bomb");
  }

  @Test
  @DisplayName("that is no archive at all is refused and shown")
  void noArchive() {
    byte[] text = "hello".getBytes(StandardCharsets.UTF_8);

    assertThat(problems(text)).contains("not-an-archive");
    assertThat(problems(new byte[0])).contains("not-an-archive");
    assertThat(registry.list()).isNotEmpty();
  }
}
