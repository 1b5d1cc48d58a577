package org.qingmen.supervision.control.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingmen.supervision.control.internal.Bureau.CEMENT;
import static org.qingmen.supervision.control.internal.Bureau.ZHANG;
import static org.qingmen.supervision.control.internal.Bureau.refused;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.Document;
import org.qingmen.supervision.control.PolicyState;

class PoliciesAndEpisodesTest {

  private static final String POLICY =
      """
      {"title": "唐山市移动源管控", "target": {"divisions": ["130200", "130300"]},
       "from": "2026-10-01T00:00:00+08:00", "to": "2026-11-01T00:00:00+08:00",
       "control": {"minimumStage": {"diesel": "5"}}}""";
  private static final String EPISODE =
      """
      {"level": "orange", "divisions": ["130200"], "from": "2026-10-01T00:00:00+08:00"}""";

  @TempDir Path data;
  private Bureau bureau;

  @BeforeEach
  void open() {
    bureau = new Bureau(data);
  }

  @AfterEach
  void close() {
    bureau.close();
  }

  @Test
  void aPolicyGoesFromDraftToExpired() {
    Document draft = bureau.policies.put("p-1", POLICY, ZHANG);
    assertThat(state(draft)).isEqualTo(PolicyState.DRAFT);

    Document approved = bureau.policies.approve("p-1", "user:li");
    assertThat(state(approved)).isEqualTo(PolicyState.IN_FORCE);
    assertThat(approved.body()).contains("\"approvedBy\":\"user:li\"");
    assertThat(bureau.policies.state(approved, bureau.now().minus(Duration.ofDays(2))))
        .isEqualTo(PolicyState.APPROVED);

    bureau.clock.advance(Duration.ofDays(40));
    assertThat(state(approved)).isEqualTo(PolicyState.EXPIRED);
  }

  @Test
  void whatWasApprovedIsNotRewritten() {
    bureau.policies.put("p-1", POLICY, ZHANG);
    bureau.policies.put("p-1", POLICY.replace("\"5\"", "\"6\""), ZHANG);
    bureau.policies.approve("p-1", "user:li");

    assertThat(refused(() -> bureau.policies.put("p-1", POLICY, ZHANG)).code())
        .isEqualTo("policy-not-draft");
    assertThat(refused(() -> bureau.policies.approve("p-1", "user:li")).code())
        .isEqualTo("policy-not-draft");
  }

  @Test
  void whatWasWithdrawnStaysWithdrawn() {
    bureau.policies.put("p-1", POLICY, ZHANG);
    bureau.policies.withdraw("p-1", ZHANG);

    assertThat(refused(() -> bureau.policies.approve("p-1", "user:li")).code())
        .isEqualTo("policy-withdrawn");
    assertThat(refused(() -> bureau.policies.withdraw("p-1", ZHANG)).code())
        .isEqualTo("policy-withdrawn");
    assertThat(refused(() -> bureau.policies.put("p-1", POLICY, ZHANG)).code())
        .isEqualTo("policy-not-draft");
    assertThat(refused(() -> bureau.policies.approve("p-2", "user:li")).code())
        .isEqualTo("unknown-policy");
  }

  @Test
  void aCallerCannotApproveByWritingIt() {
    String forged =
        POLICY.replaceFirst("\\{", "{\"status\": \"approved\", \"approvedAt\": \"x\", ");

    Document stored = bureau.policies.put("p-1", forged, ZHANG);

    assertThat(state(stored)).isEqualTo(PolicyState.DRAFT);
    assertThat(stored.body()).doesNotContain("approvedAt");
  }

  @Test
  void policiesAreListedByWhereTheyHoldAndByState() {
    bureau.policies.put("p-city", POLICY, ZHANG);
    bureau.policies.put(
        "p-own", POLICY.replace("\"divisions\": [\"130200\", \"130300\"]", enterprises()), ZHANG);
    bureau.policies.approve("p-own", "user:li");

    assertThat(ids("130203", null)).containsExactly("p-city", "p-own");
    assertThat(ids("130303", null)).containsExactly("p-city");
    assertThat(ids("14", null)).isEmpty();
    assertThat(ids(null, PolicyState.DRAFT)).containsExactly("p-city");
    assertThat(ids(null, PolicyState.IN_FORCE)).containsExactly("p-own");
  }

  @Test
  void theRegistryKnowsWhereADocumentBelongs() {
    assertThat(bureau.policies.put("p-1", POLICY, ZHANG).division()).isEqualTo("130000");
    Document own =
        bureau.policies.put(
            "p-2", POLICY.replace("\"divisions\": [\"130200\", \"130300\"]", enterprises()), ZHANG);
    assertThat(own.enterprise()).isEqualTo(CEMENT);
    assertThat(own.division()).isEqualTo("130203");
    assertThat(bureau.episodes.put("e-1", EPISODE, ZHANG).division()).isEqualTo("130200");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"target\": {\"divisions\": [\"130200\", \"130300\"]}, | ''               | /target",
        "\"130300\"                                             | \"13\"           | /target/divisions/1",
        "\"diesel\": \"5\"                                      | \"diesel\": 5    | /control/minimumStage/diesel",
        "\"diesel\": \"5\"                                      | \"steam\": \"5\" | /control/minimumStage/steam",
        "2026-11-01T00:00:00+08:00                              | tomorrow         | /to",
        "2026-11-01T00:00:00+08:00                 | 2026-09-01T00:00:00+08:00     | /to",
        "\"control\"                                            | \"kontrol\"      | /control",
      })
  void aWrongPolicyIsRefusedWhereItIsWrong(String part, String instead, String pointer) {
    String json = POLICY.replace(part, instead == null ? "" : instead);

    Refusal refusal = refused(() -> bureau.policies.put("p-1", json, ZHANG));

    assertThat(refusal.code()).isEqualTo("bad-policy");
    assertThat(refusal.faults()).extracting(Refusal.Fault::pointer).contains(pointer);
  }

  @Test
  void anEpisodeCarriesTheResponseOfItsLevel() {
    assertThat(bureau.episodes.put("e-1", EPISODE, ZHANG).body()).contains("\"response\":\"II\"");

    Refusal refusal =
        refused(
            () ->
                bureau.episodes.put(
                    "e-2", EPISODE.replaceFirst("\\{", "{\"response\": \"III\", "), ZHANG));
    assertThat(refusal.faults().get(0).code()).isEqualTo("response-level");
    assertThat(refusal.faults().get(0).message().en()).contains("orange").contains("II");
  }

  @Test
  void aLiftedEpisodeIsOver() {
    bureau.episodes.put("e-1", EPISODE, ZHANG);
    assertThat(bureau.episodes.running("130203", bureau.now())).hasSize(1);

    bureau.episodes.lift("e-1", ZHANG);

    assertThat(bureau.episodes.running("130203", bureau.now())).isEmpty();
    assertThat(bureau.episodes.running("130203", bureau.now().minusSeconds(1))).hasSize(1);
    assertThat(refused(() -> bureau.episodes.lift("e-1", ZHANG)).code()).isEqualTo("episode-over");
    assertThat(refused(() -> bureau.episodes.put("e-1", EPISODE, ZHANG)).code())
        .isEqualTo("episode-over");
    assertThat(refused(() -> bureau.episodes.lift("e-9", ZHANG)).code())
        .isEqualTo("unknown-episode");
  }

  @Test
  void aFutureEpisodeThatIsCalledOffNeverRuns() {
    bureau.episodes.put("e-1", EPISODE.replace("2026-10-01", "2026-12-01"), ZHANG);

    bureau.episodes.lift("e-1", ZHANG);

    assertThat(bureau.episodes.running("130203", bureau.now().plus(Duration.ofDays(90)))).isEmpty();
  }

  @Test
  void aRunningEpisodeCanBeRaisedAndListed() {
    bureau.episodes.put("e-1", EPISODE, ZHANG);
    bureau.episodes.put("e-1", EPISODE.replace("orange", "red"), ZHANG);

    assertThat(bureau.episodes.get("e-1").orElseThrow().body()).contains("\"response\":\"I\"");
    assertThat(bureau.episodes.list("130203", null, 10).items()).hasSize(1);
    assertThat(bureau.episodes.list("14", null, 10).items()).isEmpty();
  }

  private static String enterprises() {
    return "\"enterprises\": [\"" + CEMENT + "\"]";
  }

  private PolicyState state(Document policy) {
    return bureau.policies.state(policy, bureau.now());
  }

  private List<String> ids(String division, PolicyState state) {
    return bureau.policies.list(division, state, null, 10).items().stream()
        .map(Document::id)
        .toList();
  }
}
