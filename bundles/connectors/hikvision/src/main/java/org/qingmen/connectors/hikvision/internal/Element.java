package org.qingmen.connectors.hikvision.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An element of a message, by its local name only: the same event is seen under four name spaces,
 * none, or a prefix.
 */
final class Element {

  private final String name;
  private final List<Element> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  Element(String name) {
    this.name = name;
  }

  void add(Element child) {
    children.add(child);
  }

  void append(String characters) {
    text.append(characters);
  }

  String name() {
    return name;
  }

  /** Text of the element itself, trimmed; empty when it has none. */
  String text() {
    return text.toString().strip();
  }

  /** The child with one of these names, in the order of preference. */
  Optional<Element> child(String... names) {
    return Arrays.stream(names)
        .flatMap(wanted -> children.stream().filter(each -> each.name.equals(wanted)))
        .findFirst();
  }

  /** An empty element when there is no such child. */
  Element in(String... names) {
    return child(names).orElseGet(() -> new Element(names[0]));
  }

  /** Text of a child; null when it is missing or empty. */
  String value(String... names) {
    return child(names).map(Element::text).filter(value -> !value.isEmpty()).orElse(null);
  }

  List<Element> children(String wanted) {
    return children.stream().filter(each -> each.name.equals(wanted)).toList();
  }
}
