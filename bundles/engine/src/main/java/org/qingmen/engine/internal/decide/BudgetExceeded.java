package org.qingmen.engine.internal.decide;

import org.qingmen.engine.internal.compile.CompiledPack;

/** A pack fired, combined, said or worked more than any honest pack would. */
public final class BudgetExceeded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient CompiledPack pack;
  private final String code;
  private final int limit;
  private final String rule;

  BudgetExceeded(CompiledPack pack, String code, int limit, String rule) {
    super(pack.ref().id() + ": " + code + " of " + limit + ", last " + rule, null, false, false);
    this.pack = pack;
    this.code = code;
    this.limit = limit;
    this.rule = rule;
  }

  /** The pack. */
  public CompiledPack pack() {
    return pack;
  }

  /** What was exceeded: {@code budget} for firings, or a code that begins with it. */
  public String code() {
    return code;
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
