package org.qingmen.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingmen.shell.internal.Services.answering;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.camelhost.ConnectorState;
import org.qingmen.camelhost.Connectors;
import org.qingmen.engine.PackAct;
import org.qingmen.engine.PackEvent;
import org.qingmen.engine.PackEvent.Act;
import org.qingmen.engine.PackException;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.PackStatus.Signers;
import org.qingmen.engine.RulePacks;
import org.qingmen.intake.IntakeStatus;
import org.qingmen.model.Text;
import org.qingmen.security.Account;
import org.qingmen.security.Accounts;
import org.qingmen.security.Role;
import org.qingmen.security.Scope;
import org.qingmen.spi.pack.PackProblem;
import org.qingmen.spi.pack.PackState;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.ChainCheck;
import org.qingmen.store.Projection;
import org.qingmen.store.StoreUnavailableException;
import org.qingmen.supervision.registers.Imports;
import org.qingmen.supervision.registers.Imports.Preview;
import org.qingmen.supervision.registers.Imports.Row;
import org.qingmen.supervision.registers.Imports.State;
import org.qingmen.supervision.registers.RegisterKinds;

class CommandsTest {

  private static final Instant NOON = Instant.parse("2026-10-01T04:00:00Z");
  private static final PackStatus REFUSED =
      status(
          "cn.gate",
          "1.1.0",
          PackState.REFUSED,
          Signers.NONE,
          List.of(
              new PackProblem("rules/gate.drl", 12, "no-clause", new Text("规则缺少依据", "no clause"))),
          new PackEvent(NOON, "user:zhang", Act.INSTALLED, PackState.REFUSED, null, null));

  private final FakeSession english = new FakeSession("en_GB.UTF-8");
  private final FakeSession chinese = new FakeSession("zh_CN.UTF-8");

  @Test
  void packListShowsStateAndNumberOfProblemsInTheLanguageOfTheSession() throws CommandException {
    PackListCommand command = new PackListCommand();
    command.packs = answering(RulePacks.class, (method, arguments) -> List.of(REFUSED));

    assertThat(english.run(command)).contains("cn.gate", "1.1.0", "refused", "unsigned");
    assertThat(chinese.run(command)).contains("cn.gate", "规则包", "已拒绝", "未签名");
  }

  @Test
  void importPreviewsAndStoresOnlyWhenItIsConfirmed(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("list.csv"), "号牌号码\n冀B12345\n");
    List<String> called = new ArrayList<>();
    Fault twice = new Fault("listed-already", "/plate", new Text("已在名单中", "listed already"));
    Row row = new Row(2, State.NEW, null, "i-1", null, null, List.of(), List.of(twice), List.of());
    ImportCommand command = new ImportCommand();
    command.imports =
        answering(
            Imports.class,
            (method, arguments) -> {
              called.add(method);
              return new Preview(
                  "p-1",
                  RegisterKinds.ofPath("violators").orElseThrow(),
                  null,
                  "list.csv",
                  List.of(),
                  List.of(),
                  List.of(row),
                  null,
                  "confirm".equals(method) ? 1 : 0);
            });
    command.register = "violators";
    command.file = file.toString();
    assertThat(english.run(command))
        .contains("New: 1", "? 2 listed-already listed already", "Nothing was stored");
    assertThat(called).containsExactly("open");
    command.confirm = true;
    assertThat(chinese.run(command)).contains("新增: 1", "已写入 1 行");
    assertThat(called).containsExactly("open", "open", "confirm");
    command.register = "nothing";
    assertThatThrownBy(() -> english.run(command)).hasMessageContaining("unknown-register");
  }

  @Test
  void packInfoShowsWhereAndWhyAPackWasRefused() throws CommandException {
    PackInfoCommand command = new PackInfoCommand();
    command.packs = answering(RulePacks.class, (method, arguments) -> List.of(REFUSED));
    command.id = "cn.gate";

    assertThat(english.run(command))
        .contains("ab12", "! rules/gate.drl:12 no-clause no clause", "user:zhang");

    command.version = "9.9.9";
    assertThatThrownBy(() -> english.run(command)).hasMessageStartingWith("not-found:");
  }

  @Test
  void packActivateSaysWhatServesNowAndWritesDownWhoDidIt() throws CommandException {
    List<String> written = new ArrayList<>();
    PackActivateCommand command = new PackActivateCommand();
    command.packs = answering(RulePacks.class, (method, arguments) -> active(arguments));
    command.audit = writing(written);
    command.id = "cn.gate";
    command.version = "1.0.0";

    assertThat(english.run(command)).contains("cn.gate 1.0.0: active");
    assertThat(written).containsExactly("shell:wang rule-pack.activate cn.gate/1.0.0");
  }

  @Test
  void packRollbackSaysWhyItCannot() throws CommandException {
    PackRollbackCommand command = new PackRollbackCommand();
    command.packs =
        answering(
            RulePacks.class,
            (method, arguments) -> {
              throw new PackException(
                  "nothing-to-roll-back", new Text("没有可回退的版本", "there is nothing before it"));
            });
    command.audit = writing(new ArrayList<>());
    command.id = "cn.gate";

    assertThatThrownBy(() -> english.run(command))
        .isInstanceOf(CommandException.class)
        .hasMessage("nothing-to-roll-back: there is nothing before it");
    assertThatThrownBy(() -> chinese.run(command)).hasMessage("nothing-to-roll-back：没有可回退的版本");
  }

  @Test
  void connectorListShowsWhatRunsAndWhyTheRestDoesNot() throws CommandException {
    ConnectorListCommand command = new ConnectorListCommand();
    command.connectors =
        answering(
            Connectors.class,
            (method, arguments) ->
                List.of(
                    connector("vzenith", ConnectorState.State.STARTED, null),
                    connector(
                        "bad.yaml",
                        ConnectorState.State.REFUSED,
                        new ConnectorState.Problem(
                            "component", new Text("不允许 exec", "exec is not allowed")))));

    assertThat(english.run(command))
        .contains("vzenith", "started", NOON.toString())
        .contains("! bad.yaml: component exec is not allowed");
  }

  @Test
  void intakeStatusShowsHowFarTheDatabaseIsBehind() throws CommandException {
    IntakeStatusCommand command = new IntakeStatusCommand();
    command.intake =
        answering(
            IntakeStatus.class,
            (method, arguments) -> new IntakeStatus.Figures(1234, 1200, 30, 2, 4, 5));
    command.projection =
        answering(
            Projection.class,
            (method, arguments) ->
                method.equals("lag") ? (Object) new Projection.Lag(34, 120) : (Object) 1200L);

    assertThat(english.run(command))
        .contains("Journal ends at: 1234")
        .contains("Projected up to: 1200")
        .contains("Not yet projected: 34")
        .contains("Put in quarantine: 5");
  }

  @Test
  void accountListShowsRolesScopesAndLocks() throws CommandException {
    AccountListCommand command = new AccountListCommand();
    Account account =
        new Account("zhang", Set.of(Role.OFFICER), Scope.parse("1302"), true, NOON, 1);
    command.accounts = answering(Accounts.class, (method, arguments) -> List.of(account));

    assertThat(english.run(command)).contains("zhang", "130200", "officer", "locked");
  }

  @Test
  void auditVerifyFailsAndNamesTheRowWhenSomethingWasAltered() throws CommandException {
    AuditVerifyCommand command = new AuditVerifyCommand();
    command.audit = answering(AuditTrail.class, (method, arguments) -> ChainCheck.intact(7));
    assertThat(english.run(command)).contains("7 entries");

    command.audit =
        answering(
            AuditTrail.class,
            (method, arguments) -> new ChainCheck(false, 3, "audit 3", "hash does not fit"));
    assertThatThrownBy(() -> english.run(command))
        .hasMessageContaining("audit-broken")
        .hasMessageContaining("audit 3");
  }

  @Test
  void aDatabaseThatIsAwayIsToldInPlainWords() throws CommandException {
    AuditVerifyCommand command = new AuditVerifyCommand();
    command.audit =
        answering(
            AuditTrail.class,
            (method, arguments) -> {
              throw new StoreUnavailableException("connection refused", null);
            });

    assertThatThrownBy(() -> english.run(command))
        .hasMessageStartingWith("database-away:")
        .hasMessageContaining("connection refused");
  }

  @Test
  void aServiceThatDoesNotRunIsNamed() throws CommandException {
    assertThatThrownBy(() -> english.run(new PackListCommand()))
        .hasMessageStartingWith("service-away: RulePacks");
    assertThatThrownBy(() -> chinese.run(new IntakeStatusCommand()))
        .hasMessageStartingWith("service-away：IntakeStatus");
  }

  private static PackStatus active(Object[] arguments) {
    PackAct act = (PackAct) arguments[arguments.length - 1];
    return status(
        (String) arguments[0],
        (String) arguments[1],
        PackState.ACTIVE,
        new Signers("distribution", null),
        List.of(),
        new PackEvent(NOON, "server", Act.INSTALLED, PackState.SIGNED, null, null),
        new PackEvent(NOON, act.actor(), Act.ACTIVATED, PackState.ACTIVE, act.reason(), null));
  }

  private static PackStatus status(
      String id,
      String version,
      PackState state,
      Signers signers,
      List<PackProblem> problems,
      PackEvent... history) {
    return new PackStatus(
        id,
        version,
        "ab12",
        state,
        null,
        signers,
        PackStatus.Origin.UPLOADED,
        problems,
        List.of(),
        false,
        null,
        List.of(),
        List.of(history));
  }

  private static AuditTrail writing(List<String> written) {
    return answering(
        AuditTrail.class,
        (method, arguments) -> {
          written.add(arguments[0] + " " + arguments[1] + " " + arguments[2]);
          return null;
        });
  }

  private static ConnectorState connector(
      String id, ConnectorState.State state, ConnectorState.Problem problem) {
    return new ConnectorState(
        id, ConnectorState.Kind.BUNDLE, state, NOON, List.of(), problem, 1, 1, 0);
  }
}
