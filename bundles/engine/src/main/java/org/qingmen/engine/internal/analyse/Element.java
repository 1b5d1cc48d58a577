package org.qingmen.engine.internal.analyse;

import java.util.List;
import java.util.stream.Collectors;

/** A part of what a rule waits for. */
public sealed interface Element {

  /** Line in the file. */
  int line();

  /** As an author would write it. */
  String text();

  /**
   * A fact of a type.
   *
   * @param binding name given to the fact, null for none
   * @param type simple name of its class
   * @param kind of a {@code Fact}, the kind it must be; null otherwise
   * @param conditions questions and names, in the order of the text
   */
  record Pattern(String binding, String type, String kind, List<Condition> conditions, int line)
      implements Element {
    public Pattern {
      conditions = List.copyOf(conditions);
    }

    /** The same with other conditions. */
    public Pattern with(List<Condition> others) {
      return new Pattern(binding, type, kind, others, line);
    }

    @Override
    public String text() {
      String asked = conditions.stream().map(Condition::text).collect(Collectors.joining(", "));
      String what = kind == null ? "" : "kind == \"" + kind + "\"";
      String comma = what.isEmpty() || asked.isEmpty() ? "" : ", ";
      return (binding == null ? "" : binding + " : ") + type + "(" + what + comma + asked + ")";
    }
  }

  /** Whether there is no such fact, or one at least. */
  record Existence(boolean wanted, List<Element> parts, int line) implements Element {
    public Existence {
      parts = List.copyOf(parts);
    }

    @Override
    public String text() {
      return (wanted ? "exists " : "not ")
          + parts.stream().map(Element::text).collect(Collectors.joining(" and "));
    }
  }

  /** One of several ways. */
  record Either(List<List<Element>> ways, int line) implements Element {
    @Override
    public String text() {
      return ways.stream()
          .map(way -> way.stream().map(Element::text).collect(Collectors.joining(" and ")))
          .collect(Collectors.joining(" or "));
    }
  }
}
