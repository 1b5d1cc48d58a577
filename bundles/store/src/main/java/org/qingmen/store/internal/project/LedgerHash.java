package org.qingmen.store.internal.project;

import org.qingmen.store.internal.audit.HashChain;

/** Hash of a ledger row. */
public final class LedgerHash {

  private LedgerHash() {}

  /** Name of an enterprise's chain. */
  public static String chain(String enterprise) {
    return "ledger:" + enterprise;
  }

  /** Lower-case hex over the hash before and everything stored of the row. */
  public static String of(
      String before,
      long number,
      long position,
      int ledger,
      String serial,
      long received,
      String body) {
    return HashChain.next(before, number, position, ledger, serial, received, body);
  }
}
