package org.qingmen.supervision.registers.internal.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.supervision.registers.Imports.Preview;
import org.qingmen.supervision.registers.Imports.Row;
import org.qingmen.supervision.registers.Imports.State;
import org.qingmen.supervision.registers.internal.Texts;

/** Which rows of a preview are stored. */
final class Choice {

  private Choice() {}

  /**
   * Rows that change something, among those chosen.
   *
   * @param numbers row numbers, null for all
   */
  static List<Row> of(Preview preview, Set<Integer> numbers) {
    if (numbers != null) {
      Set<Integer> left = new HashSet<>(numbers);
      preview.rows().stream()
          .filter(row -> row.state() != State.REJECTED)
          .forEach(row -> left.remove(row.number()));
      if (!left.isEmpty()) {
        throw Texts.refusal(Kind.INVALID, "import-row", left.iterator().next());
      }
    }
    return preview.rows().stream()
        .filter(row -> row.state() == State.NEW || row.state() == State.CHANGED)
        .filter(row -> numbers == null || numbers.contains(row.number()))
        .toList();
  }
}
