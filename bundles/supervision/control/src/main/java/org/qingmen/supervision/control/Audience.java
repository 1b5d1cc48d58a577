package org.qingmen.supervision.control;

/**
 * Whose view of the policies is asked for.
 *
 * @param division only what touches this division prefix; null for all
 * @param enterprise of what names enterprises only what names this one; null for all
 * @param drafts whether drafts belong to it; they concern nobody but the bureau
 */
public record Audience(String division, String enterprise, boolean drafts) {

  /** Everything there is. */
  public static final Audience ALL = new Audience(null, null, true);
}
