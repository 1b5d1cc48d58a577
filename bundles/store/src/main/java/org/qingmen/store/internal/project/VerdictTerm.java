package org.qingmen.store.internal.project;

/** Verdicts other than allow are rare and asked for often: they are filed like findings. */
public final class VerdictTerm {

  private static final String PREFIX = "verdict:";

  private VerdictTerm() {}

  /** What a verdict is filed under; null for allow and for none. */
  public static String of(String verdict) {
    return verdict == null || verdict.equals("allow") ? null : PREFIX + verdict;
  }
}
