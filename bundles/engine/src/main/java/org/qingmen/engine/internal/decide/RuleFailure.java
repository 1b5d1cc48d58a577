package org.qingmen.engine.internal.decide;

import org.qingmen.engine.internal.compile.CompiledPack;

/** A rule failed on these facts. */
public final class RuleFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient CompiledPack pack;

  RuleFailure(CompiledPack pack, String lastRule, RuntimeException cause) {
    super(pack.ref().id() + " after rule " + lastRule + ": " + reason(cause), cause);
    this.pack = pack;
  }

  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String message = String.valueOf(root.getMessage());
    String first = message.lines().findFirst().orElse("");
    return root.getClass().getSimpleName() + " " + first;
  }

  /** The pack. */
  public CompiledPack pack() {
    return pack;
  }
}
