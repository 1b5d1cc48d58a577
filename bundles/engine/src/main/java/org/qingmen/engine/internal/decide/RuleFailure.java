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
    String kind = root.getClass().getSimpleName();
    String message = madeByTheMachine(root) ? null : root.getMessage();
    return message == null ? kind : kind + " " + message.lines().findFirst().orElse("");
  }

  /** Their messages name class loaders by address, and are left out where the code is hot. */
  private static boolean madeByTheMachine(Throwable failure) {
    return failure instanceof NullPointerException
        || failure instanceof ClassCastException
        || failure instanceof ArrayStoreException
        || failure instanceof ArrayIndexOutOfBoundsException;
  }

  /** The pack. */
  public CompiledPack pack() {
    return pack;
  }
}
