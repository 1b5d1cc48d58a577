package org.qingmen.supervision.inspection.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qingmen.engine.Judge;
import org.qingmen.spi.facts.Parameters;
import org.qingmen.spi.pack.PackDescriptor.Kind;
import org.qingmen.spi.pack.Parameter;

/** Sizes, limits and forms as the packs say them on a day. */
record Limits(Parameters parameters, List<Parameter> table) {

  private static final String REQUIRED = "ledger.required.";
  private static final String FORM = "ledger.form.";

  static Limits of(Judge judge, Kind kind, String division, LocalDate day) {
    return new Limits(judge.parameters(kind, division, day), judge.table(kind, division, day));
  }

  /** How many of a list may be drawn: what was asked for, within the limits. */
  int size(String list, Integer asked) {
    int least = (int) parameters.number("sample." + list + ".least");
    int most = (int) parameters.number("sample." + list + ".most");
    if (asked != null && (asked < least || asked > most)) {
      throw Texts.invalid("bad-draw", "draw-size", "/sizes/" + list, least, most);
    }
    return asked == null ? most : asked;
  }

  int number(String name) {
    return (int) parameters.number(name);
  }

  /** Members that a record of a ledger must have, as paths with dots. */
  List<String> required(String ledger) {
    return table.stream()
        .filter(one -> one.name().equals(REQUIRED + ledger) && one.value() != null)
        .flatMap(one -> List.of(one.value().toString().split("\\s+")).stream())
        .distinct()
        .toList();
  }

  /** Patterns by path of the member. */
  Map<String, String> forms() {
    Map<String, String> forms = new TreeMap<>();
    table.stream()
        .filter(one -> one.name().startsWith(FORM) && one.value() != null)
        .forEach(one -> forms.put(one.name().substring(FORM.length()), one.value().toString()));
    return forms;
  }
}
