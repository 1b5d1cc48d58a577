package org.qingmen.api.internal.queries;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Set;
import org.qingmen.api.internal.door.Query;
import org.qingmen.model.Coded;

/**
 * Query parameters, read strictly: one that is not known is refused, because an export that left
 * out a misspelt restriction would hold far too much.
 */
final class Parameters {

  private final MultivaluedMap<String, String> given;

  Parameters(MultivaluedMap<String, String> given, Set<String> known) {
    this.given = given;
    for (String name : given.keySet()) {
      if (!known.contains(name)) {
        throw Query.bad(name, given.getFirst(name));
      }
    }
  }

  /** The text of a parameter; null when it is not given or blank. */
  String text(String name) {
    String text = given.getFirst(name);
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** A code of a list; null when it is not given. */
  <E extends Enum<E> & Coded> String code(String name, Class<E> type) {
    String text = text(name);
    if (text != null && Coded.of(type, text).isEmpty()) {
      throw Query.bad(name, text);
    }
    return text;
  }

  /** {@code true} or {@code false}; null when it is not given. */
  Boolean flag(String name) {
    String text = text(name);
    if (text != null && !text.matches("true|false")) {
      throw Query.bad(name, text);
    }
    return text == null ? null : Boolean.valueOf(text);
  }

  /** A number that is not negative; null when it is not given. */
  Double number(String name) {
    String text = text(name);
    if (text != null && !text.matches("[0-9]{1,9}([.][0-9]{1,6})?")) {
      throw Query.bad(name, text);
    }
    return text == null ? null : Double.valueOf(text);
  }

  /** A text of at most so many characters. */
  String text(String name, int longest) {
    String text = text(name);
    if (text != null && text.length() > longest) {
      throw Query.bad(name, text.substring(0, longest));
    }
    return text;
  }
}
