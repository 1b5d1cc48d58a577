package org.qingmen.engine.internal.table;

import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.text.Messages;
import org.qingmen.model.Text;
import org.qingmen.office.CellPlace;

/**
 * Names the cells of one sheet and reports what is wrong with them.
 *
 * @param path the table in the pack, with its sheet
 * @param problems is told
 */
record TablePlaces(String path, Problems problems) {

  String of(CellPlace place) {
    return path + "!" + place;
  }

  void problem(CellPlace place, String code, Object... values) {
    // What a setting says wrong would be told again for every row.
    String cell = of(place);
    Text message = Messages.text(code, values);
    boolean told =
        problems.all().stream()
            .anyMatch(one -> cell.equals(one.file()) && one.message().equals(message));
    if (!told) {
      problems.add(cell, 0, code, values);
    }
  }

  void problem(String code, Object... values) {
    problems.add(path, 0, code, values);
  }
}
