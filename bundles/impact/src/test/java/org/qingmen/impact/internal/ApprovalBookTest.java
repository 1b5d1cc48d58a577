package org.qingmen.impact.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingmen.engine.PackException;
import org.qingmen.engine.PackStatus;
import org.qingmen.spi.pack.PackDescriptor.Kind;
import org.qingmen.spi.pack.PackState;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.testing.Databases;
import org.qingmen.store.testing.StoreFixture;

/** Li brought the pack, Wang approves it, Zhao puts it into service. */
class ApprovalBookTest {

  private static final PackStatus PACK = Trial.pack("1.1.0", PackState.TESTED, Kind.GATE);
  private static final PackStatus OTHER = Trial.pack("1.1.1", PackState.TESTED, Kind.GATE);

  private StoreFixture store;
  private ApprovalBook book;

  @BeforeEach
  void begin() throws Exception {
    store = new StoreFixture(Databases.H2.create());
    book = new ApprovalBook(store.registry, Trial.config(10));
  }

  @AfterEach
  void end() throws Exception {
    store.close();
  }

  @Test
  void withoutAnImpactThatDemandsItNothingIsToBeApproved() {
    impact("I1", false, "done", Instant.now());
    impact("I2", true, "cancelled", Instant.now());

    book.check(PACK, "user:zhao");
    assertThat(refusal(() -> book.approve(PACK, null, "user:wang"))).isEqualTo("approval-nothing");
    assertThat(Json.read(book.state(PACK)).path("needed").asBoolean()).isFalse();
  }

  @Test
  void whereAnImpactComesFirstNothingIsPutIntoServiceWithoutOne() {
    book = new ApprovalBook(store.registry, Trial.config(10, true));
    assertThat(refused("user:zhao")).isEqualTo("impact-needed");

    impact("I1", false, "cancelled", Instant.now());
    assertThat(refused("user:zhao")).isEqualTo("impact-needed");

    impact("I2", false, "done", Instant.now());
    book.check(PACK, "user:zhao");
    book.check(Trial.pack("1.1.0", PackState.TESTED, Kind.ALARM), "user:zhao");
  }

  @Test
  void whoBroughtThePackMayNotApproveItAndNobodyActivatesItUntilSomebodyElseDid() {
    impact("I1", true, "done", Instant.now());

    assertThat(refused("user:zhao")).isEqualTo("approval-needed");
    assertThat(refusal(() -> book.approve(PACK, null, "user:li"))).isEqualTo("approval-own");
    assertThat(refused("user:li")).isEqualTo("approval-needed");

    ObjectNode state = Json.read(book.approve(PACK, "看过", "user:wang"));
    assertThat(state.path("given").asBoolean()).isTrue();
    assertThat(state.at("/approval/by").asText()).isEqualTo("user:wang");
    assertThat(state.at("/approval/note").asText()).isEqualTo("看过");
    assertThat(state.path("impact").asText()).isEqualTo("I1");
    book.check(PACK, "user:zhao");
    book.check(PACK, "user:li");
  }

  @Test
  void whoApprovedItMayNotActivateIt() {
    impact("I1", true, "done", Instant.now());
    book.approve(PACK, null, "user:wang");

    assertThat(refused("user:wang")).isEqualTo("approval-same-person");
  }

  @Test
  void anImpactThatBecomesKnownLaterNeedsAnotherApproval() {
    impact("I1", true, "done", Instant.now());
    book.approve(PACK, null, "user:wang");
    impact("I2", true, "done", Instant.now().plusSeconds(60));

    assertThat(refused("user:zhao")).isEqualTo("approval-needed");
    assertThat(Json.read(book.state(PACK)).path("given").asBoolean()).isFalse();
  }

  @Test
  void anApprovalHoldsForThatContentOnly() {
    impact("I1", true, "done", Instant.now());
    book.approve(PACK, null, "user:wang");

    book.check(OTHER, "user:zhao");
    assertThat(Json.read(book.state(OTHER)).has("approval")).isFalse();
  }

  private void impact(String id, boolean demands, String state, Instant ended) {
    ObjectNode job = Json.object();
    job.put("id", id).put("state", state).put("asked", Json.time(ended));
    job.put("ended", Json.time(ended)).put("approvalNeeded", demands).put("threshold", 0.01);
    job.put("division", "").putObject("result").put("share", demands ? 0.2 : 0.001);
    job.putObject("pack").put("id", PACK.id()).put("version", PACK.version());
    job.withObject("/pack").put("hash", PACK.hash());
    new Jobs(store.registry).write(job, "user:li");
  }

  private String refused(String actor) {
    PackException[] thrown = new PackException[1];
    assertThatThrownBy(() -> book.check(PACK, actor))
        .isInstanceOfSatisfying(PackException.class, e -> thrown[0] = e);
    return thrown[0].code();
  }

  private static String refusal(ThrowingCallable call) {
    Refusal[] thrown = new Refusal[1];
    assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, e -> thrown[0] = e);
    return thrown[0].code();
  }
}
