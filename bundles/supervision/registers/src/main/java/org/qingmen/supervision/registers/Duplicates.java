package org.qingmen.supervision.registers;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.qingmen.model.Text;

/**
 * Entries that look like the same thing twice: one VIN on two vehicles, one plate with its colour
 * on two, one credit code on two enterprises, one machine registered twice. A person decides; the
 * decision is kept until another entry joins the group.
 *
 * <p>Every method takes what its caller may see: a group is shown with at least two visible
 * members, and the others are left out.
 *
 * <p>Refusals: {@code unknown-duplicate}, {@code not-mergeable}, {@code keep-unknown}.
 */
public interface Duplicates {

  /**
   * One of them.
   *
   * @param kind kind of its document
   * @param id id of its document
   * @param enterprise discharge-unit code it belongs to, null for none
   * @param division six digits, null for none
   * @param label what a person knows it by
   */
  record Member(String kind, String id, String enterprise, String division, String label) {}

  /**
   * Entries that agree in something that should be unique.
   *
   * @param id stable id of the group
   * @param rule what they agree in, such as {@code same-vin}
   * @param title the same in words
   * @param key the value they share
   * @param members the entries, by kind and id
   * @param decision {@code not-duplicate}, or null when nobody has decided
   * @param decidedBy who decided, null when nobody has
   * @param decidedAt when
   * @param note what they said about it
   */
  record Group(
      String id,
      String rule,
      Text title,
      String key,
      List<Member> members,
      String decision,
      String decidedBy,
      Instant decidedAt,
      String note) {

    public Group {
      members = List.copyOf(members);
    }
  }

  /**
   * Groups by rule and key.
   *
   * @param decided those that somebody decided, else those that nobody has
   */
  List<Group> list(boolean decided, Predicate<Member> visible);

  /** Decides that the members are different things. */
  Group notDuplicate(String id, String note, Predicate<Member> visible, String actor);

  /**
   * Keeps one member, fills what it lacks from the others, and takes those off.
   *
   * @param keep the member that stays, as {@code kind:id}
   */
  Group merge(String id, String keep, String note, Predicate<Member> visible, String actor);
}
