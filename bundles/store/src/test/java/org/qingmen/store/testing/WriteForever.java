package org.qingmen.store.testing;

import java.util.List;
import org.qingmen.store.Draft;
import org.qingmen.store.internal.db.DatabaseSettings;

/**
 * A process to be killed: registers documents, writes the audit trail and follows a journal, and
 * says a number when its document is acknowledged. Argument: address of the database, number to
 * begin with.
 */
public final class WriteForever {

  private WriteForever() {}

  public static void main(String[] args) {
    StoreFixture store = new StoreFixture(new DatabaseSettings(args[0], "q", "", 6));
    for (int i = Integer.parseInt(args[1]); ; i++) {
      store.registry.put(new Draft("vehicle", "V" + i, null, null, "{}"), "test");
      store.audit.append("test", "put", "V" + i, null);
      store.journal.append(List.of(PassageEntry.in("S" + i, "2026-10-01T08:00:00").entry()));
      System.out.println(i);
    }
  }
}
