package org.qingmen.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingmen.cli.Terminal;
import org.qingmen.cli.Verb;

@DisplayName("rules")
class RulesVerbTest {

  private static final Path SHIPPED = Path.of("../../rules");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  private int run(Locale locale, Object... words) {
    out.reset();
    err.reset();
    List<String> arguments = new ArrayList<>();
    for (Object word : words) {
      arguments.add(word.toString());
    }
    PrintStream stdout = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream stderr = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new RulesVerb().run(arguments, new Terminal(stdout, stderr, locale));
  }

  private int run(Object... words) {
    return run(Locale.ENGLISH, words);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest(name = "new --kind {0}")
  @ValueSource(strings = {"gate", "verification", "grading", "alarm", "stage"})
  @DisplayName("new writes a skeleton that is green at once")
  void newIsGreen(String kind) {
    assertThat(run("new", "hebei.trial", "--kind", kind, "--dir", folder)).isEqualTo(Verb.OK);

    int code = run("test", folder.resolve("hebei.trial"), "--library", SHIPPED);

    assertThat(err()).isEmpty();
    assertThat(code).isEqualTo(Verb.OK);
    assertThat(out()).contains("cases passed", "covered: rules");
    assertThat(run("new", "hebei.trial", "--dir", folder)).isEqualTo(Verb.WRONG);
    assertThat(err()).contains("there already");
  }

  @Test
  @DisplayName("check and test say what is wrong with file and line, in the reader's language")
  void sayWhatIsWrong() throws IOException {
    run("new", "hebei.trial", "--dir", folder);
    Path pack = folder.resolve("hebei.trial");
    Path drl = pack.resolve("rules/gate.drl");
    Files.writeString(drl, Files.readString(drl).replace("@clause", "@clase"));

    assertThat(run("check", pack)).isEqualTo(Verb.WRONG);
    assertThat(err()).contains("rules/gate.drl:10", "rule-without-clause", "has no @clause");
    assertThat(run(Locale.CHINESE, "test", pack)).isEqualTo(Verb.WRONG);
    assertThat(err()).contains("没有 @clause");

    Files.writeString(drl, Files.readString(drl).replace("@clase", "@clause"));
    Path cases = pack.resolve("cases/gate.yaml");
    Files.writeString(cases, Files.readString(cases).replace("verdict: deny", "verdict: warn"));
    assertThat(run("check", pack)).isEqualTo(Verb.OK);
    assertThat(run("test", pack)).isEqualTo(Verb.WRONG);
    assertThat(err()).contains("cases/gate.yaml:3", "国四重型牵引车低于国五，不放行", "\"warn\"", "\"deny\"");
  }

  @Test
  @DisplayName("pack makes the same zip twice, sign adds manifest and signature")
  void packAndSign() throws IOException {
    run("new", "hebei.trial", "--dir", folder);
    Path pack = folder.resolve("hebei.trial");
    Path zip = folder.resolve("a.zip");
    Path again = folder.resolve("b.zip");
    Path key = folder.resolve("hebei");

    assertThat(run("pack", pack, "--out", zip)).isEqualTo(Verb.OK);
    assertThat(run("pack", pack, "--out", again)).isEqualTo(Verb.OK);
    assertThat(zip).hasSameBinaryContentAs(again);
    assertThat(run("test", zip)).isEqualTo(Verb.OK);

    assertThat(run("sign", pack)).isEqualTo(Verb.USAGE);
    assertThat(run("sign", "--new-key", key)).isEqualTo(Verb.OK);
    assertThat(run("sign", pack, "--key", key)).isEqualTo(Verb.OK);
    assertThat(run("sign", zip, "--key", key)).isEqualTo(Verb.OK);
    assertThat(pack.resolve("manifest.json")).content().contains("\"rules/gate.drl\"");
    assertThat(pack.resolve("manifest.sig")).isNotEmptyFile();
    assertThat(run("test", pack)).isEqualTo(Verb.OK);
    assertThat(run("pack", pack, "--out", again)).isEqualTo(Verb.OK);
    assertThat(zip).hasSameBinaryContentAs(again);
  }

  @Test
  @DisplayName("matrix shows clause, rule and case, and what nobody verified")
  void matrix() {
    Path steel = SHIPPED.resolve("cn.340.i01-steel");

    assertThat(run("matrix", steel)).isEqualTo(Verb.OK);
    assertThat(out()).contains("过渡期内国五车次视同国六", "- 2021 年内国五车辆视同国六，满足 A 级");
    assertThat(run("matrix", steel, "--unverified")).isEqualTo(Verb.OK);
    assertThat(out())
        .contains("transport.row B-", "[unverified]", "(unknown)", "to verify: 在环办大气函〔2020〕340号附件")
        .contains("1 packs hold")
        .doesNotContain("铁路、水路");
  }

  @Test
  @DisplayName("asked for help, with or without an action, prints the usage and is no error")
  void help() {
    assertThat(run("--help")).isZero();
    assertThat(run("test", "--help")).isZero();
    assertThat(out()).contains("usage:");
    assertThat(err()).isEmpty();
  }

  @Test
  @DisplayName("called wrongly prints the usage and exits with 2")
  void calledWrongly() {
    for (List<Object> call :
        List.<List<Object>>of(
            List.of(),
            List.of("nonsense"),
            List.of("test"),
            List.of("test", folder.resolve("missing")),
            List.of("new"),
            List.of("new", "Hebei"),
            List.of("new", "hebei", "--kind", "nonsense"),
            List.of("check", "--nonsense", folder),
            List.of("pack", folder, "--out"),
            List.of("impact", "hebei.trial"))) {
      assertThat(run(call.toArray())).as(call.toString()).isEqualTo(Verb.USAGE);
      assertThat(err()).contains("usage:");
    }
  }

  @Test
  @DisplayName("deploy without a server says so")
  void deployWithoutServer() {
    run("new", "hebei.trial", "--dir", folder);

    int code = run("deploy", folder.resolve("hebei.trial"), "--url", "http://localhost:1");

    assertThat(code).isIn(Verb.WRONG, Verb.USAGE);
    assertThat(err()).isNotBlank();
  }

  @Test
  @DisplayName("a pack signed with SM2 is good where SM2 is accepted, and only there")
  void sm2() throws IOException {
    run("new", "hebei.trial", "--dir", folder);
    Path pack = folder.resolve("hebei.trial");
    Path key = folder.resolve("hebei");
    Path trust = Files.createDirectories(folder.resolve("trust"));
    assertThat(run("sign", "--new-key", key, "--algorithm", "rsa")).isEqualTo(Verb.USAGE);
    assertThat(run("sign", "--new-key", key, "--algorithm", "sm2")).isEqualTo(Verb.OK);
    Files.move(folder.resolve("hebei.pub"), trust.resolve("hebei.pub"));

    assertThat(run("sign", pack, "--key", key, "--algorithm", "ed25519")).isEqualTo(Verb.USAGE);
    assertThat(run("sign", pack, "--key", key)).isEqualTo(Verb.OK);
    assertThat(pack.resolve("manifest.sig")).content().startsWith("algorithm: sm2\n");

    assertThat(run("verify", pack, "--trust", trust)).isEqualTo(Verb.WRONG);
    assertThat(err()).contains("sm2");
    assertThat(run("verify", pack, "--trust", trust, "--algorithm", "ed25519,sm2"))
        .isEqualTo(Verb.OK);
    assertThat(out()).contains("author hebei");
    assertThat(run("verify", pack, "--trust", trust, "--algorithm", "x")).isEqualTo(Verb.USAGE);
  }

  @Test
  @DisplayName("an author and an approver sign, and verify tells both; a change after it is named")
  void twoSign() throws IOException {
    run("new", "hebei.trial", "--dir", folder);
    Path pack = folder.resolve("hebei.trial");
    Path trust = Files.createDirectories(folder.resolve("trust/approvers")).getParent();
    Files.createDirectories(trust.resolve("authors"));
    for (String role : List.of("author", "approver")) {
      run("sign", "--new-key", folder.resolve(role), "--valid-to", "2099-12-31");
      Files.move(folder.resolve(role + ".pub"), trust.resolve(role + "s").resolve(role + ".pub"));
    }
    assertThat(run("sign", pack, "--key", folder.resolve("approver"), "--as", "approver"))
        .isEqualTo(Verb.WRONG);
    assertThat(run("sign", pack, "--key", folder.resolve("author"))).isEqualTo(Verb.OK);
    assertThat(run("sign", pack, "--key", folder.resolve("approver"), "--as", "approver"))
        .isEqualTo(Verb.OK);

    assertThat(run("verify", pack, "--trust", trust)).isEqualTo(Verb.OK);
    assertThat(out()).contains("author author, approver approver");

    Files.writeString(pack.resolve("README.md"), "added later");
    assertThat(run("verify", pack, "--trust", trust)).isEqualTo(Verb.WRONG);
    assertThat(err()).contains("README.md");
  }
}
