package org.qingmen.api.internal.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code If-Match} or {@code If-None-Match} says (RFC 9110, 13.1).
 *
 * @param any whether it says {@code *}
 * @param tags the entity tags as they were written
 */
record EntityTags(boolean any, List<String> tags) {

  private static final String ONE = "(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"";
  private static final Pattern TAG = Pattern.compile(ONE);
  private static final Pattern LIST =
      Pattern.compile("[ \\t]*" + ONE + "(?:[ \\t]*,[ \\t]*" + ONE + ")*[ \\t]*");

  /** Reads a header; empty when it is missing or cannot be read. */
  static Optional<EntityTags> read(String header) {
    if (header == null) {
      return Optional.empty();
    }
    if (header.strip().equals("*")) {
      return Optional.of(new EntityTags(true, List.of()));
    }
    if (!LIST.matcher(header).matches()) {
      return Optional.empty();
    }
    List<String> tags = new ArrayList<>();
    Matcher matcher = TAG.matcher(header);
    while (matcher.find()) {
      tags.add(matcher.group());
    }
    return Optional.of(new EntityTags(false, tags));
  }

  /** The tag of a version. */
  static String of(long version) {
    return "\"" + version + "\"";
  }

  /** Strong comparison: a weak tag fits nothing. */
  boolean fit(long version) {
    return any || tags.contains(of(version));
  }

  /** Weak comparison, as {@code If-None-Match} wants it. */
  boolean fitWeakly(long version) {
    return fit(version) || tags.contains("W/" + of(version));
  }

  @Override
  public String toString() {
    return any ? "*" : String.join(", ", tags);
  }
}
