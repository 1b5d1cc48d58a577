package org.qingmen.supervision.control;

import java.time.Instant;
import java.util.Optional;
import org.qingmen.store.Document;
import org.qingmen.store.Page;

/**
 * Control policies (管控策略): who may bring in which trucks in which period.
 *
 * <p>Precedence: a policy that names the enterprise (its own plan) goes before one that names
 * industry or grade, that before one that names divisions only; among equals the one approved
 * later.
 *
 * <p>Refusals: {@code bad-policy} with the members that are wrong, {@code unknown-policy}, {@code
 * policy-not-draft}, {@code policy-withdrawn}, {@code policy-own-approval}.
 */
public interface ControlPolicies {

  /**
   * Refuses what does not fit the schema or names times that do not exist, as {@link #put} would;
   * nothing is stored.
   */
  void check(String json);

  /**
   * Writes a draft, or rewrites one.
   *
   * @param id id of the policy; null or empty for a new one
   * @param json the policy, see {@code policy.schema.json}
   * @param actor who does it
   * @return the stored policy; its body also carries {@code id} and {@code status}
   */
  Document put(String id, String json, String actor);

  /**
   * Approves a draft: it is in force for what happens from its {@code from} on. Unless the
   * parameter {@code approval.second-person} allows, not by who wrote it.
   */
  Document approve(String id, String actor);

  /** Takes a policy back, at once. */
  Document withdraw(String id, String actor);

  /** The policy with this id. */
  Optional<Document> get(String id);

  /**
   * Policies by id.
   *
   * @param division only policies that touch this division prefix; null for all
   * @param state only those in this state now; null for all
   */
  default Page<Document> list(String division, PolicyState state, String cursor, int limit) {
    return list(new Audience(division, null, true), state, cursor, limit);
  }

  /** The same for a reader who may not see everything. */
  Page<Document> list(Audience audience, PolicyState state, String cursor, int limit);

  /** Version of the policies as a whole; rises with each change, 0 while there was none. */
  long version();

  /** What changed after a version, oldest change first, each policy once. */
  ListDelta delta(long since, Audience audience, int limit);

  /** State of a policy at an instant. */
  PolicyState state(Document policy, Instant at);
}
