package org.qingmen.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingmen.shell.internal.Services.answering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.qingmen.engine.Comparing;
import org.qingmen.engine.PackDifference;
import org.qingmen.engine.PackDifference.Kind;
import org.qingmen.engine.PackDifference.Line;
import org.qingmen.engine.PackDifference.ParameterChange;
import org.qingmen.engine.PackDifference.RuleChange;
import org.qingmen.engine.PackEvent;
import org.qingmen.engine.PackRef;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.RulePacks;
import org.qingmen.impact.Impacts;
import org.qingmen.impact.Impacts.Job;
import org.qingmen.impact.Shadows;
import org.qingmen.model.Division;
import org.qingmen.model.Text;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackState;
import org.qingmen.spi.pack.Parameter;
import org.qingmen.store.AuditTrail;

/** Commands that judge a version before it serves. */
class CandidateCommandsTest {

  private static final String RESULT =
      """
      {"records": 1000, "flips": 12, "differing": 15, "share": 0.012,
       "verdicts": [{"before": "allow", "after": "deny", "count": 12, "examples": ["D1", "D2"]}],
       "enterprises": [{"enterprise": "91440100700000001K001P", "before": "allow",
         "after": "deny", "count": 12, "examples": ["D1"]}],
       "rules": [{"rule": "停运", "code": "trial.stop", "flips": 12,
         "fresh": {"count": 12, "examples": ["D1"]}, "gone": {"count": 0, "examples": []}}],
       "checked": {"records": 998, "different": 0}}""";

  private final FakeSession english = new FakeSession("en_GB.UTF-8");
  private final FakeSession chinese = new FakeSession("zh_CN.UTF-8");
  private final List<String> written = new ArrayList<>();
  private final List<Object> asked = new ArrayList<>();

  @Test
  void impactFollowsAJobToItsEndAndTellsWhomItHits() throws CommandException {
    ImpactCommand command = impact("running", "done");
    command.from = "2026-10-01";
    command.to = "2026-10-31";
    command.division = "44";

    String said = english.run(command);

    assertThat(said).contains("I17  running  2026-10-01 .. 2026-10-31", "I17  done");
    assertThat(said).contains("1,000 compared, 12 flip (1.200 %), 15 say something otherwise");
    assertThat(said).contains("all verdicts", "allow", "deny", "12", "D1 D2");
    assertThat(said).contains("91440100700000001K001P", "停运", "newly said");
    assertThat(said).doesNotContain("no longer said");
    assertThat(said).contains("Decided again by all rules: 998, of these different: 0");
    assertThat(said).contains("another person must approve");
    Impacts.Request request = (Impacts.Request) asked.get(0);
    assertThat(request.from()).isEqualTo(LocalDate.of(2026, 10, 1));
    assertThat(request.to()).isEqualTo(LocalDate.of(2026, 10, 31));
    assertThat(request.division()).isEqualTo("44");
    assertThat(asked.get(1)).isEqualTo("shell:wang");
    assertThat(written).containsExactly("shell:wang rule-pack.impact trial.gate/1.1.0");
  }

  @Test
  void impactSpeaksChineseAndListsJobsWhenNoPeriodIsGiven() throws CommandException {
    ImpactCommand command = impact("done");

    assertThat(chinese.run(command)).contains("I17  完成");
    assertThat(written).isEmpty();
  }

  @Test
  void impactCancelsAJobOfThatVersionOnly() throws CommandException {
    ImpactCommand command = impact("cancelled");
    command.cancel = "I17";
    assertThat(english.run(command)).contains("I17  cancelled");
    assertThat(written).containsExactly("shell:wang rule-pack.impact-cancel trial.gate/1.1.0");

    command.version = "1.2.0";
    assertThatThrownBy(() -> english.run(command)).hasMessageStartingWith("impact-unknown:");
  }

  @Test
  void impactRefusesADayThatIsNoneAndAVersionThatWasRefused() {
    ImpactCommand command = impact("done");
    command.from = "october";
    assertThatThrownBy(() -> english.run(command)).hasMessageStartingWith("no-such-day:");

    command.from = "2026-10-01";
    command.packs = packs(PackState.REFUSED);
    assertThatThrownBy(() -> english.run(command)).hasMessageStartingWith("pack-unusable:");
    assertThatThrownBy(() -> chinese.run(command)).hasMessageContaining("已拒绝");
    assertThat(written).isEmpty();
  }

  @Test
  void shadowBeginsShowsAndEnds() throws CommandException {
    ShadowCommand command = new ShadowCommand();
    command.packs = packs(PackState.TESTED);
    command.audit = audit();
    command.id = "trial.gate";
    command.version = "1.1.0";
    command.shadows =
        answering(
            Shadows.class,
            (method, arguments) -> {
              String seen =
                  "{\"running\": %s, \"since\": \"2026-10-01T00:00:00Z\", \"serving\": \"1.0.0\","
                      + " \"behind\": 3, \"skipped\": 4, \"result\": %s}";
              String json = seen.formatted(!method.equals("stop"), RESULT);
              return method.equals("find") ? Optional.of(json) : json;
            });

    command.begin = true;
    assertThat(english.run(command))
        .contains("Running since 2026-10-01T00:00:00Z beside 1.0.0; 3 behind, 4 left out")
        .contains("12 flip");
    command.begin = false;
    assertThat(chinese.run(command)).contains("与 1.0.0 并行", "新认定");
    command.stop = true;
    assertThat(english.run(command)).contains("Not running");
    assertThat(written)
        .containsExactly(
            "shell:wang rule-pack.shadow trial.gate/1.1.0",
            "shell:wang rule-pack.shadow-stop trial.gate/1.1.0");
  }

  @Test
  void shadowSaysWhenAVersionNeverRan() {
    ShadowCommand command = new ShadowCommand();
    command.packs = packs(PackState.TESTED);
    command.audit = audit();
    command.id = "trial.gate";
    command.version = "1.1.0";
    command.shadows = answering(Shadows.class, (method, arguments) -> Optional.empty());

    assertThatThrownBy(() -> english.run(command))
        .hasMessageStartingWith("not-found:")
        .hasMessageContaining("--begin");
  }

  @Test
  void diffTellsRulesLineByLineAndDatedValues() throws CommandException {
    DiffCommand command = diff(difference());

    assertThat(english.run(command))
        .contains("trial.gate 1.0.0 -> trial.gate 1.1.0")
        .contains("~ trial.stop 停运  rules/gate.drl:9")
        .contains("    - stageRank < 4", "    + stageRank < 5")
        .doesNotContain("outcome.deny")
        .contains("~ minimum: 4 (2020-01-01..) -> 5 (2020-01-01..)")
        .contains("+ case 国四不放行");
    command.against = "other.pack@2.0.0";
    assertThat(english.run(command)).contains("other.pack 2.0.0 -> trial.gate 1.1.0");
  }

  @Test
  void diffSaysThatNothingDiffersOrNothingServes() throws CommandException {
    DiffCommand command = diff(new PackDifference(List.of(), List.of(), List.of(), List.of()));
    assertThat(chinese.run(command)).contains("没有差别");

    command.packs = packs(PackState.TESTED);
    assertThatThrownBy(() -> english.run(command)).hasMessageStartingWith("nothing-serves:");
  }

  @Test
  void aServiceThatDoesNotRunIsNamed() {
    assertThatThrownBy(() -> english.run(new ImpactCommand()))
        .hasMessageStartingWith("service-away: Impacts");
    assertThatThrownBy(() -> english.run(new ShadowCommand()))
        .hasMessageStartingWith("service-away: Shadows");
    assertThatThrownBy(() -> english.run(new DiffCommand()))
        .hasMessageStartingWith("service-away: Comparing");
  }

  /** A command whose job is in these states, one after the other. */
  private ImpactCommand impact(String... states) {
    ImpactCommand command = new ImpactCommand();
    command.packs = packs(PackState.TESTED);
    command.audit = audit();
    command.id = "trial.gate";
    command.version = "1.1.0";
    int[] looked = new int[1];
    command.impacts =
        answering(
            Impacts.class,
            (method, arguments) -> {
              if (method.equals("start")) {
                asked.addAll(List.of(arguments));
                return job("queued");
              }
              Job job = job(states[Math.min(looked[0], states.length - 1)]);
              looked[0]++;
              return method.equals("list")
                  ? List.of(job)
                  : method.equals("find") ? Optional.of(job) : job;
            });
    return command;
  }

  private static Job job(String state) {
    boolean done = state.equals("done");
    String json =
        """
        {"id": "I17", "state": "%s", "from": "2026-10-01", "to": "2026-10-31",
         "progress": {"share": 0.5}%s}"""
            .formatted(
                state,
                done
                    ? ", \"ended\": \"x\", \"approvalNeeded\": true, \"result\": " + RESULT
                    : state.equals("cancelled") ? ", \"ended\": \"x\"" : "");
    return new Job("I17", "trial.gate", "1.1.0", "", json);
  }

  private DiffCommand diff(PackDifference difference) {
    DiffCommand command = new DiffCommand();
    command.packs = packs(PackState.ACTIVE);
    command.audit = audit();
    command.id = "trial.gate";
    command.version = "1.1.0";
    command.comparing = answering(Comparing.class, (method, arguments) -> difference);
    return command;
  }

  private static PackDifference difference() {
    return new PackDifference(
        List.of(),
        List.of(
            new RuleChange(
                Kind.CHANGED,
                "停运",
                "trial.stop",
                "第一条",
                "rules/gate.drl",
                9,
                List.of(
                    new Line(Kind.REMOVED, "stageRank < 4"),
                    new Line(Kind.ADDED, "stageRank < 5"),
                    new Line(null, "outcome.deny(drools);")))),
        List.of(new ParameterChange(Kind.CHANGED, "minimum", minimum(4), minimum(5))),
        List.of(new PackDifference.CaseChange(Kind.ADDED, "国四不放行", null, "{}")));
  }

  private static Parameter minimum(int value) {
    LocalDate from = LocalDate.of(2020, 1, 1);
    return new Parameter("minimum", null, null, value, null, null, from, null, "第一条", "试验办法", true);
  }

  /** Version 1.0.0 beside the one asked for; where that one is active, 1.0.0 serves too. */
  private static RulePacks packs(PackState state) {
    return answering(
        RulePacks.class,
        (method, arguments) ->
            method.equals("list")
                ? List.of(status("trial.gate", "1.0.0", state))
                : Optional.of(status((String) arguments[0], (String) arguments[1], state)));
  }

  private static PackStatus status(String id, String version, PackState state) {
    PackRef ref = new PackRef(id, version, "ab" + version);
    return new PackStatus(
        ref.id(),
        ref.version(),
        ref.hash(),
        state,
        descriptor(id, version),
        PackStatus.Signers.NONE,
        PackStatus.Origin.UPLOADED,
        List.of(),
        List.of(),
        false,
        null,
        List.of(),
        List.of(
            new PackEvent(Instant.EPOCH, "user:li", PackEvent.Act.INSTALLED, state, null, null)));
  }

  private static PackDescriptor descriptor(String id, String version) {
    return new PackDescriptor(
        id,
        version,
        PackDescriptor.Kind.GATE,
        new Text("试验", "Trial"),
        "试验办法",
        Division.NATION,
        List.of(),
        List.of(),
        LocalDate.of(2020, 1, 1),
        null,
        null,
        List.of(),
        false,
        false,
        List.of(),
        null,
        1,
        false,
        null);
  }

  private AuditTrail audit() {
    return answering(
        AuditTrail.class,
        (method, arguments) -> {
          written.add(arguments[0] + " " + arguments[1] + " " + arguments[2]);
          return null;
        });
  }
}
