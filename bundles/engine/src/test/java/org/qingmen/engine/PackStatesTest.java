package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.engine.PackEvent.Act;
import org.qingmen.engine.internal.decide.PackDecider;
import org.qingmen.engine.internal.life.PackRegistry;
import org.qingmen.engine.internal.life.Registries;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Verdict;
import org.qingmen.spi.pack.PackState;

@DisplayName("A version of a rule pack")
class PackStatesTest {

  private static final String ID = "trial.gate";
  private static final String NOW = "2026-10-01T08:00:00+08:00";

  @TempDir private Path data;
  private PackRegistry registry;

  @BeforeEach
  void open() {
    registry = Registries.open(data, true);
  }

  @AfterEach
  void close() {
    registry.stop();
  }

  private void restart(boolean unsigned) {
    registry.stop();
    registry = Registries.open(data, unsigned);
  }

  private Decision decide(EmissionStage stage, String time) {
    return new PackDecider(registry).decide(TestFacts.truck(stage, time, List.of()));
  }

  private PackStatus serve(String version, int minimum) {
    registry.install(TestPack.gate(ID, version, minimum).zip(), "li");
    return registry.activate(ID, version, "wang");
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(PackException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  @DisplayName("remembers who did what and why, also after a restart")
  void history() {
    registry.install(TestPack.gate(ID, "1.0.0", 5).zip(), "li");
    registry.activate(ID, "1.0.0", null, new PackAct("wang", "第一版"));
    serve("1.1.0", 6);
    registry.rollback(ID, null, new PackAct("zhao", "too strict"));
    restart(true);

    assertThat(registry.get(ID, "1.0.0").orElseThrow().history())
        .extracting(event -> event.act() + " " + event.by() + " " + event.reason())
        .containsExactly(
            "INSTALLED li null",
            "ACTIVATED wang 第一版",
            "REPLACED wang null",
            "RETURNED zhao too strict");
    assertThat(registry.get(ID, "1.1.0").orElseThrow().history())
        .extracting(PackEvent::act)
        .containsExactly(Act.INSTALLED, Act.ACTIVATED, Act.ROLLED_BACK);
  }

  @Test
  @DisplayName("can be put into service for facts from a later day on")
  void laterDays() {
    serve("1.0.0", 5);
    registry.install(TestPack.gate(ID, "1.1.0", 6).zip(), "li");

    registry.activate(ID, "1.1.0", LocalDate.parse("2027-01-01"), PackAct.by("wang"));

    assertThat(decide(EmissionStage.V, "2026-12-31T23:00:00+08:00").verdict())
        .isEqualTo(Verdict.ALLOW);
    assertThat(decide(EmissionStage.V, "2027-01-01T00:00:00+08:00").verdict())
        .isEqualTo(Verdict.DENY);
    restart(true);
    assertThat(decide(EmissionStage.V, NOW).verdict()).isEqualTo(Verdict.ALLOW);
  }

  @Test
  @DisplayName("lower than one that served is refused, but not an explicit roll back to it")
  void noWayBackButOne() {
    serve("1.0.0", 5);
    serve("1.1.0", 6);
    serve("1.2.0", 6);
    registry.retire(ID, "1.2.0", "wang");
    registry.retire(ID, "1.1.0", "wang");
    registry.retire(ID, "1.0.0", "wang");
    restart(true);

    refused("downgrade", () -> registry.activate(ID, "1.0.0", "wang"));

    assertThat(registry.rollback(ID, "1.0.0", PackAct.by("wang")).state())
        .isEqualTo(PackState.ACTIVE);
    assertThat(decide(EmissionStage.V, NOW).verdict()).isEqualTo(Verdict.ALLOW);
    registry.install(TestPack.gate(ID, "1.3.0", 5).zip(), "li");
    refused("never-served", () -> registry.rollback(ID, "1.3.0", PackAct.by("wang")));
  }

  @Test
  @DisplayName("whose serial does not rise is refused, whatever its version is")
  void serialsRise() {
    PackStatus first =
        registry.install(
            TestPack.gate(ID, "1.0.0", 5)
                .replace("pack.yaml", "kind: gate", "kind: gate\nserial: 7")
                .zip(),
            "li");
    registry.activate(ID, first.version(), "wang");

    for (String serial : List.of("", "\nserial: 6", "\nserial: 7")) {
      PackStatus next =
          registry.install(
              TestPack.gate(ID, "2.0.0", 5)
                  .replace("pack.yaml", "kind: gate", "kind: gate" + serial)
                  .zip(),
              "li");
      assertThat(next.problems()).extracting(one -> one.code()).containsExactly("serial");
    }
  }

  @Test
  @DisplayName("with a stopped rule says so in its decisions, and all are replayed as they were")
  void rulesAreStopped() {
    serve("1.0.0", 5);
    Decision before = decide(EmissionStage.IV, NOW);

    registry.stopRule(ID, "1.0.0", "trial.below", new PackAct("zhao", "complaint"));
    Decision stopped = decide(EmissionStage.IV, NOW);
    restart(true);
    Decision still = decide(EmissionStage.IV, NOW);
    registry.resumeRule(ID, "1.0.0", "试验规则", PackAct.by("zhao"));
    Decision after = decide(EmissionStage.IV, NOW);

    assertThat(stopped.verdict()).isEqualTo(Verdict.ALLOW);
    assertThat(new String(stopped.document(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("\"stopped\":[{\"code\":\"trial.below\",\"rule\":\"试验规则\"}]");
    assertThat(still.document()).isEqualTo(stopped.document());
    assertThat(after.document()).isEqualTo(before.document());
    for (Decision decision : List.of(before, stopped, still, after)) {
      assertThat(new PackDecider(registry).replay(decision.document()).identical()).isTrue();
    }
    refused("no-such-rule", () -> registry.stopRule(ID, "1.0.0", "x", PackAct.by("zhao")));
  }

  @Test
  @DisplayName("is kept as a draft with its problems until it is checked or replaced")
  void drafts() {
    TestPack wrong = TestPack.gate(ID, "1.0.0", 5).replace("cases/gate.yaml", "allow", "warn");
    PackStatus draft = registry.install(wrong.zip(), true, PackAct.by("li"));
    assertThat(draft.state()).isEqualTo(PackState.DRAFT);
    assertThat(draft.problems()).isNotEmpty();
    refused("not-ready", () -> registry.activate(ID, "1.0.0", "wang"));
    assertThat(registry.check(ID, "1.0.0", PackAct.by("li")).state()).isEqualTo(PackState.DRAFT);

    byte[] mended = TestPack.gate(ID, "1.0.0", 5).zip();
    registry.install(mended, true, PackAct.by("li"));
    assertThat(registry.list()).hasSize(1);
    assertThat(registry.check(ID, "1.0.0", PackAct.by("li")).state()).isEqualTo(PackState.TESTED);
    refused("no-draft", () -> registry.check(ID, "1.0.0", PackAct.by("li")));
  }

  @Test
  @DisplayName("is put away only when it serves no more, and still replays")
  void archives() {
    serve("1.0.0", 5);
    Decision decision = decide(EmissionStage.IV, NOW);
    refused("serves", () -> registry.archive(ID, "1.0.0", PackAct.by("wang")));

    registry.retire(ID, "1.0.0", "wang");
    registry.archive(ID, "1.0.0", PackAct.by("wang"));

    refused("not-ready", () -> registry.activate(ID, "1.0.0", "wang"));
    assertThat(new PackDecider(registry).replay(decision.document()).identical()).isTrue();
  }

  @Test
  @DisplayName("that demands two signatures waits for the approver's, and a revoked key ends it")
  void twoSignatures() throws IOException, GeneralSecurityException {
    KeyPair author = trust("authors/li.pub");
    KeyPair approver = trust("approvers/wang.pub");
    restart(false);
    TestPack pack =
        TestPack.gate(ID, "1.0.0", 5)
            .replace("pack.yaml", "kind: gate", "kind: gate\nsignatures: 2")
            .signed(author.getPrivate());

    assertThat(registry.install(pack.zip(), "li").state()).isEqualTo(PackState.TESTED);
    refused("needs-approval", () -> registry.activate(ID, "1.0.0", "wang"));

    PackStatus signed = registry.install(pack.approved(approver.getPrivate()).zip(), "wang");
    assertThat(signed.state()).isEqualTo(PackState.SIGNED);
    assertThat(signed.signers().approver()).isEqualTo("wang");
    assertThat(registry.activate(ID, "1.0.0", "wang").state()).isEqualTo(PackState.ACTIVE);

    restart(false);
    assertThat(decide(EmissionStage.IV, NOW).verdict()).isEqualTo(Verdict.DENY);
    Files.writeString(data.resolve("trust/revoked"), "li\n");
    restart(false);
    PackStatus gone = registry.get(ID, "1.0.0").orElseThrow();
    assertThat(gone.state()).isEqualTo(PackState.QUARANTINED);
    assertThat(gone.problems()).extracting(one -> one.code()).containsExactly("key-revoked");
  }

  private KeyPair trust(String name) throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path file = data.resolve("trust").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
    return pair;
  }
}
