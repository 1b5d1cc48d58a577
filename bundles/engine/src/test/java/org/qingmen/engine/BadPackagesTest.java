package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.qingmen.engine.internal.decide.PackDecider;
import org.qingmen.engine.internal.life.PackRegistry;
import org.qingmen.engine.internal.life.Registries;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Verdict;
import org.qingmen.spi.pack.PackProblem;
import org.qingmen.spi.pack.PackState;

@DisplayName("A bad package is refused with its own reason, and the good version serves on:")
class BadPackagesTest {

  private static final String ID = "trial.gate";
  private static final int CENTRAL = 0x02014b50;
  private static final KeyPair TRUSTED = key();
  private static final KeyPair REVOKED = key();
  private static final KeyPair EXPIRED = key();
  private static final KeyPair APPROVER = key();

  @TempDir private Path data;
  private PackRegistry registry;

  private static KeyPair key() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void open() throws IOException {
    trust("hebei.pub", TRUSTED, "");
    trust("gone.pub", REVOKED, "");
    trust("old.pub", EXPIRED, "valid-to: 2020-12-31\n");
    trust("approvers/wang.pub", APPROVER, "");
    Files.writeString(data.resolve("trust/revoked"), "gone  # left the bureau\n");
    registry = Registries.open(data, false);
    PackStatus good = registry.install(signed(pack("1.1.0", 5)), "li");
    assertThat(good.problems()).isEmpty();
    registry.activate(ID, "1.1.0", "wang");
  }

  private void trust(String name, KeyPair key, String head) throws IOException {
    Path file = data.resolve("trust").resolve(name);
    Files.createDirectories(file.getParent());
    String base64 = Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
    Files.writeString(
        file, head + "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");
  }

  @AfterEach
  void close() {
    registry.stop();
  }

  private static TestPack pack(String version, int minimum) {
    return TestPack.gate(ID, version, minimum);
  }

  private static TestPack next() {
    return pack("1.2.0", 6);
  }

  private static byte[] signed(TestPack pack) {
    return pack.signed(TRUSTED.getPrivate()).zip();
  }

  private static Arguments row(String what, String code, byte[] archive) {
    return arguments(what, code, archive);
  }

  private static Arguments file(String what, String code, String path, String text) {
    return row(what, code, signed(next().with(path, text)));
  }

  private static Arguments changed(String what, String code, String path, String old, String now) {
    return row(what, code, signed(next().replace(path, old, now)));
  }

  static Stream<Arguments> signatures() {
    var key = TRUSTED.getPrivate();
    return Stream.of(
        row("unsigned", "unsigned", next().zip()),
        row("signed by a stranger", "wrong-key", next().signed(key().getPrivate()).zip()),
        row("signed by a revoked key", "key-revoked", next().signed(REVOKED.getPrivate()).zip()),
        row("signed by an expired key", "key-expired", next().signed(EXPIRED.getPrivate()).zip()),
        row("signed by an approver only", "key-role", next().signed(APPROVER.getPrivate()).zip()),
        row("approved by the author", "same-signer", next().signed(key).approved(key).zip()),
        row(
            "approved by a stranger",
            "wrong-key",
            next().signed(key).approved(key().getPrivate()).zip()),
        row(
            "a damaged signature",
            "wrong-key",
            next().signed(key).with("manifest.sig", "AAAA").zip()),
        row(
            "tampered",
            "tampered-file",
            next().signed(key).replace("parameters.yaml", "value: 6", "value: 1").zip()),
        row("an extra file", "extra-file", next().signed(key).with("cases/more.yaml", "[]").zip()),
        row("a missing file", "missing-file", next().signed(key).without("cases/gate.yaml").zip()),
        row(
            "no readable manifest",
            "manifest-unreadable",
            next().signed(key).with("manifest.json", "[").zip()));
  }

  static Stream<Arguments> archives() {
    return Stream.of(
        row("no archive", "not-an-archive", "hello".getBytes(StandardCharsets.UTF_8)),
        row("empty", "not-an-archive", new byte[0]),
        row("cut off", "not-an-archive", half(signed(next()))),
        row("a zip bomb", "zip-bomb", bomb()),
        row("too many files", "zip-bomb", many()),
        file("a path upwards", "zip-slip", "../outside.drl", "x"),
        file("a path upwards from below", "zip-slip", "rules/../../x.drl", "x"),
        file("a path with a back-slash", "zip-slip", "rules\\..\\x.drl", "x"),
        file("an absolute path", "absolute-path", "/etc/x.drl", "x"),
        file("a path with a drive", "absolute-path", "c:/x.drl", "x"),
        file("a huge name", "name-too-long", "rules/" + "x".repeat(400) + ".drl", "x"),
        file("a name with a control character", "strange-name", "rules/a\u0007.drl", "x"),
        file("a name written backwards", "strange-name", "rules/a\u202elrd.drl", "x"),
        file("names that differ in case", "case-collision", "rules/Gate.drl", "x"),
        file("a class", "class-file", "rules/Evil.class", "x"),
        file("a jar inside", "class-file", "rules/evil.jar", "x"),
        file("an archive inside", "nested-archive", "docs/evil.zip", "x"),
        file("a strange file", "unexpected-file", "run.sh", "x"),
        file(
            "an activator",
            "activator",
            "META-INF/MANIFEST.MF",
            "Manifest-Version: 1.0\r\nBundle-Activator: evil.Activator\r\n\r\n"),
        row("one path twice", "duplicate-file", twice()),
        row("a symbolic link", "symlink", central(signed(next()), BadPackagesTest::link)),
        row(
            "encrypted",
            "encrypted-archive",
            central(signed(next()), (bytes, at) -> bytes.putShort(at + 8, (short) 1))),
        row(
            "a directory that lies",
            "archive-inconsistent",
            central(signed(next()), (bytes, at) -> bytes.put(at + 46, (byte) 'X'))),
        row("bytes behind the archive", "trailing-bytes", longer(signed(next()))),
        row("names in another encoding", "wrong-encoding", gbkName()));
  }

  static Stream<Arguments> contents() {
    byte[] gbk = "title: 水泥".getBytes(Charset.forName("GBK"));
    return Stream.of(
        row("a downgrade", "downgrade", signed(pack("1.0.9", 6))),
        row("other content under the same version", "duplicate-version", signed(pack("1.1.0", 6))),
        changed("expired", "expired", "pack.yaml", "validTo: null", "validTo: 2021-12-31"),
        row("no pack.yaml", "no-descriptor", signed(next().without("pack.yaml"))),
        row("a text in GBK", "wrong-encoding", signed(next().with("cases/gate.yaml", gbk))),
        changed(
            "a key twice",
            "yaml-duplicate-key",
            "pack.yaml",
            "kind: gate",
            "kind: gate\nkind: gate"),
        changed(
            "aliases that grow",
            "yaml-alias",
            "pack.yaml",
            "owner:",
            "x: &a [1]\ny: [*a, *a, *a]\nowner:"),
        row(
            "brackets without end",
            "yaml-deep",
            signed(next().with("parameters.yaml", "[".repeat(50_000)))),
        row(
            "a small file that grows without bound",
            "yaml-deep",
            signed(next().with("parameters.yaml", aliases()))),
        changed("an unknown key", "schema", "pack.yaml", "kind: gate", "kind: gate\ncolour: red"),
        changed(
            "a rule without its clause",
            "rule-without-clause",
            "rules/gate.drl",
            "  @clause(\"试验第一条\")\n",
            ""),
        changed(
            "a rule that exits",
            "sandbox-call",
            "rules/gate.drl",
            "outcome.deny",
            "System.exit(1); outcome.deny"),
        changed("a case that fails", "case-failed", "cases/gate.yaml", "allow", "deny"),
        changed(
            "a base that is not here",
            "unknown-base",
            "pack.yaml",
            "kind: gate",
            "kind: gate\nextends: trial.nothing"));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource({"signatures", "archives", "contents"})
  @DisplayName("an archive,")
  void isRefused(String what, String code, byte[] archive) {
    PackStatus status = registry.install(archive, "li");

    assertThat(status.state()).as("%s", status.problems()).isEqualTo(PackState.REFUSED);
    assertThat(status.problems()).extracting(PackProblem::code).contains(code);
    PackProblem problem =
        status.problems().stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
    assertThat(problem.message().zh()).isNotBlank().doesNotContain("{0}");
    assertThat(problem.message().en()).isNotBlank().doesNotContain("{0}");
    goodServes();
  }

  @Test
  @DisplayName("a folder with a link out of it")
  void linksInFolders(@TempDir Path parent) throws IOException {
    Path folder = next().signed(TRUSTED.getPrivate()).folder(parent);
    Files.createSymbolicLink(folder.resolve("rules/secret.drl"), Path.of("/etc/passwd"));

    PackStatus status = registry.install(folder, "li");

    assertThat(status.problems()).extracting(PackProblem::code).contains("symlink");
    goodServes();
  }

  private void goodServes() {
    Verdict verdict =
        new PackDecider(registry)
            .decide(TestFacts.truck(EmissionStage.IV, "2026-10-01T08:00:00+08:00", List.of()))
            .verdict();
    assertThat(verdict).isEqualTo(Verdict.DENY);
    assertThat(registry.get(ID, "1.1.0").orElseThrow().state()).isEqualTo(PackState.ACTIVE);
  }

  private static byte[] half(byte[] archive) {
    return java.util.Arrays.copyOf(archive, 20);
  }

  private static byte[] longer(byte[] archive) {
    return java.util.Arrays.copyOf(archive, archive.length + 64);
  }

  private static byte[] zipped(Charset names, BiConsumer<ZipOutputStream, Void> filling) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
      filling.accept(zip, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) {
    try {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bomb() {
    byte[] zeros = new byte[64 << 20];
    return zipped(StandardCharsets.UTF_8, (zip, none) -> put(zip, "rules/bomb.drl", zeros));
  }

  private static byte[] many() {
    return zipped(
        StandardCharsets.UTF_8,
        (zip, none) -> {
          for (int i = 0; i < 2_500; i++) {
            put(zip, "rules/r" + i + ".drl", new byte[0]);
          }
        });
  }

  private static byte[] gbkName() {
    return zipped(Charset.forName("GBK"), (zip, none) -> put(zip, "rules/水泥.drl", new byte[] {1}));
  }

  /** A zip writer refuses a name twice, so the second one is renamed afterwards, everywhere. */
  private static byte[] twice() {
    Function<String, byte[]> ascii = text -> text.getBytes(StandardCharsets.US_ASCII);
    byte[] zip =
        zipped(
            StandardCharsets.UTF_8,
            (out, none) -> {
              put(out, "rules/a.drl", new byte[] {1});
              put(out, "rules/b.drl", new byte[] {2});
            });
    byte[] wanted = ascii.apply("rules/b.drl");
    for (int at = 0; at < zip.length - wanted.length; at++) {
      if (java.util.Arrays.equals(zip, at, at + wanted.length, wanted, 0, wanted.length)) {
        zip[at + 6] = 'a';
      }
    }
    return zip;
  }

  private static void link(ByteBuffer bytes, int at) {
    bytes.put(at + 5, (byte) 3);
    bytes.putInt(at + 38, 0xA1FF << 16);
  }

  /** Changes the first entry of the directory of a zip. */
  private static byte[] central(byte[] archive, BiConsumer<ByteBuffer, Integer> change) {
    ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    while (bytes.getInt(at) != CENTRAL) {
      at++;
    }
    change.accept(bytes, at);
    return archive;
  }

  /** A hundred aliases of aliases. */
  private static String aliases() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 60; i++) {
      yaml.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    return yaml.toString();
  }
}
