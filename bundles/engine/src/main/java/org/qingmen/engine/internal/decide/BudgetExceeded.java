package org.qingmen.engine.internal.decide;

import org.qingmen.engine.internal.compile.CompiledPack;

/** A pack fired more often than any honest pack would. */
public final class BudgetExceeded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient CompiledPack pack;
  private final int limit;
  private final String rule;

  BudgetExceeded(CompiledPack pack, int limit, String rule) {
    super(
        pack.ref().id() + " fired more than " + limit + " times, last " + rule, null, false, false);
    this.pack = pack;
    this.limit = limit;
    this.rule = rule;
  }

  /** The pack. */
  public CompiledPack pack() {
    return pack;
  }

  /** The limit. */
  public int limit() {
    return limit;
  }

  /** Rule that fired last. */
  public String rule() {
    return rule;
  }
}
