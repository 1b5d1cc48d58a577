package org.qingmen.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingmen.store.Outbox.Item;
import org.qingmen.store.Outbox.Kind;
import org.qingmen.store.Outbox.Query;
import org.qingmen.store.Outbox.Result;
import org.qingmen.store.Outbox.State;
import org.qingmen.store.internal.outbox.OutboxTable;
import org.qingmen.store.testing.Databases;
import org.qingmen.store.testing.StoreFixture;

class OutboxTest {

  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
  private static final String UP = "province";

  private static Item item(long position, String enterprise) {
    return new Item(position, Kind.PASSAGE, enterprise, DAY);
  }

  private static Query of(State state) {
    return new Query(UP, state, null, null, null, 100);
  }

  @ParameterizedTest
  @EnumSource
  void whatWasPutInTwiceIsThereOnceAndInOrder(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      Outbox outbox = new OutboxTable(store.database);
      assertThat(outbox.cursor(UP)).isEqualTo(-1);
      outbox.feed(UP, List.of(item(7, "B"), item(3, "A")), 8);
      outbox.feed(UP, List.of(item(7, "B"), item(9, "A")), 10);
      assertThat(outbox.cursor(UP)).isEqualTo(10);
      assertThat(outbox.fill(UP, List.of(item(9, "A"), item(5, "A")))).isEqualTo(1);
      assertThat(outbox.waiting(UP, List.of(), 10))
          .extracting(Item::position)
          .containsExactly(3L, 5L, 7L, 9L);
      assertThat(outbox.waiting(UP, List.of("A"), 10))
          .extracting(Item::position)
          .containsExactly(7L);
      assertThat(outbox.waiting("state", List.of(), 10)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anItemIsSentUntilItHasAReceiptOrIsGivenUp(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      Outbox outbox = new OutboxTable(store.database);
      outbox.feed(UP, List.of(item(1, "A"), item(2, "A"), item(3, "A")), 3);
      outbox.sent(UP, List.of(1L, 2L));
      assertThat(outbox.waiting(UP, List.of(), 10)).hasSize(3);
      outbox.settle(
          UP,
          List.of(
              new Result(1, State.CONFIRMED, "R1", null),
              new Result(2, State.GIVEN_UP, null, "scope")));
      assertThat(outbox.waiting(UP, List.of(), 10)).extracting(Item::position).containsExactly(3L);
      assertThat(outbox.list(of(State.CONFIRMED)))
          .singleElement()
          .satisfies(
              entry -> {
                assertThat(entry.receipt()).isEqualTo("R1");
                assertThat(entry.attempts()).isEqualTo(1);
              });
      assertThat(outbox.days(UP, DAY, DAY))
          .extracting(Outbox.DayCount::state, Outbox.DayCount::items)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(State.STORED, 1L),
              org.assertj.core.groups.Tuple.tuple(State.CONFIRMED, 1L),
              org.assertj.core.groups.Tuple.tuple(State.GIVEN_UP, 1L));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPersonHasGivenUpItemsSentAgainButNotConfirmedOnes(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      Outbox outbox = new OutboxTable(store.database);
      outbox.feed(UP, List.of(item(1, "A"), item(2, "A")), 2);
      outbox.settle(
          UP,
          List.of(
              new Result(1, State.CONFIRMED, "R1", null),
              new Result(2, State.GIVEN_UP, null, "scope")));
      assertThat(outbox.resend(new Query(UP, null, "A", DAY, null, 1))).isEqualTo(1);
      assertThat(outbox.waiting(UP, List.of(), 10)).extracting(Item::position).containsExactly(2L);
      outbox.forget(UP);
      assertThat(outbox.cursor(UP)).isEqualTo(-1);
      assertThat(outbox.list(of(null))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoFollowsTheJournalAndWhoRefillsTheSameDaysDoNotStopEachOther(Databases kind)
      throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      Outbox outbox = new OutboxTable(store.database);
      List<Item> upwards = LongStream.range(0, 4000).mapToObj(p -> item(p, "A")).toList();
      List<Item> downwards = new ArrayList<>(upwards);
      Collections.reverse(downwards);
      CompletableFuture<Void> following =
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < upwards.size(); i += 500) {
                  outbox.feed(UP, upwards.subList(i, i + 500), i + 500);
                }
              });
      for (int i = 0; i < downwards.size(); i += 1000) {
        outbox.fill(UP, downwards.subList(i, i + 1000));
      }
      following.join();
      assertThat(outbox.waiting(UP, List.of(), 5000))
          .extracting(Item::position)
          .containsExactlyElementsOf(upwards.stream().map(Item::position).toList());
      assertThat(outbox.cursor(UP)).isEqualTo(4000);
    }
  }
}
