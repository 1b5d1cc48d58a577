package org.qingmen.spi.framing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code multipart} body as devices really send it: the boundary is found in the body itself,
 * line ends may be LF, a space may be missing after {@code form-data;}, and a declared length is
 * not believed. Bounded by the number of parts.
 */
public final class Multipart {

  private static final int MOST_PARTS = 64;
  private static final int SHORTEST_BOUNDARY = 3;
  private static final int LONGEST_BOUNDARY = 200;
  private static final int LONGEST_HEADERS = 4096;
  private static final byte[] NEW_LINE = {'\n'};
  private static final Pattern PARAMETER =
      Pattern.compile("\\b(name|filename)\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))");

  private Multipart() {}

  /**
   * One part of a body.
   *
   * @param name form name, trimmed; null when not given
   * @param fileName file name, null when not given
   * @param type content type in lower case without parameters, null when not given
   * @param offset offset of the content in the body
   * @param content the bytes between the blank line and the next boundary
   */
  public record Part(String name, String fileName, String type, int offset, byte[] content) {

    /** File name, else form name, else an empty text. */
    public String label() {
      return fileName != null ? fileName : name != null ? name : "";
    }
  }

  /** Whether these bytes look like a multipart body: the first line is a boundary. */
  public static boolean looksLikeOne(byte[] body) {
    return boundary(body).isPresent();
  }

  /**
   * The parts of a body.
   *
   * @return empty when it has no boundary, no closed header block or too many parts
   */
  public static Optional<List<Part>> parse(byte[] body) {
    Optional<byte[]> boundary = boundary(body);
    if (boundary.isEmpty()) {
      return Optional.empty();
    }
    byte[] mark = boundary.get();
    List<Part> parts = new ArrayList<>();
    int at = indexOf(body, mark, 0);
    while (at >= 0 && parts.size() < MOST_PARTS) {
      int from = at + mark.length;
      int next = indexOf(body, mark, from);
      if (startsWith(body, from, "--")) {
        return Optional.of(parts);
      }
      int to = next < 0 ? body.length : next;
      Optional<Part> part = part(body, from, to);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
      at = next;
    }
    return at < 0 && !parts.isEmpty() ? Optional.of(parts) : Optional.empty();
  }

  private static Optional<byte[]> boundary(byte[] body) {
    int from = 0;
    while (from < body.length && body[from] <= ' ' && body[from] >= 0) {
      from++;
    }
    if (!startsWith(body, from, "--")) {
      return Optional.empty();
    }
    int to = from;
    while (to < body.length && body[to] != '\r' && body[to] != '\n') {
      if (body[to] < ' ' || to - from > LONGEST_BOUNDARY) {
        return Optional.empty();
      }
      to++;
    }
    if (to == body.length) {
      return Optional.empty();
    }
    while (to > from && body[to - 1] <= ' ') {
      to--;
    }
    return to - from >= SHORTEST_BOUNDARY
        ? Optional.of(Arrays.copyOfRange(body, from, to))
        : Optional.empty();
  }

  private static Optional<Part> part(byte[] body, int from, int to) {
    StringBuilder headers = new StringBuilder();
    int limit = Math.min(to, from + LONGEST_HEADERS);
    int lineEnd = indexOf(body, NEW_LINE, from); // what is left of the boundary's own line
    while (lineEnd >= 0 && lineEnd < limit) {
      int lineStart = lineEnd + 1;
      lineEnd = indexOf(body, NEW_LINE, lineStart);
      if (lineEnd < 0 || lineEnd >= limit) {
        break;
      }
      String line =
          new String(body, lineStart, lineEnd - lineStart, StandardCharsets.UTF_8).strip();
      if (line.isEmpty()) {
        return Optional.of(part(body, lineEnd + 1, to, parameters(headers.toString())));
      }
      headers.append(line).append('\n');
    }
    return Optional.empty();
  }

  private static Part part(byte[] body, int contentAt, int to, Map<String, String> found) {
    int end = Math.max(contentAt, withoutLineEnd(body, contentAt, to));
    return new Part(
        found.get("name"),
        found.get("filename"),
        found.get("type"),
        contentAt,
        Arrays.copyOfRange(body, contentAt, end));
  }

  /** The line end before a boundary, and blanks between them, belong to the boundary. */
  private static int withoutLineEnd(byte[] body, int from, int to) {
    int end = to;
    while (end > from && (body[end - 1] == ' ' || body[end - 1] == '\t')) {
      end--;
    }
    if (end > from && body[end - 1] == '\n') {
      return end - (end - 1 > from && body[end - 2] == '\r' ? 2 : 1);
    }
    return to;
  }

  private static Map<String, String> parameters(String headers) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String line : headers.split("\n")) {
      String header = line.strip();
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-type:")) {
        found.put("type", lower.substring(13).split(";")[0].strip());
      } else if (lower.startsWith("content-disposition:")) {
        Matcher matcher = PARAMETER.matcher(header);
        while (matcher.find()) {
          String value = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
          found.putIfAbsent(matcher.group(1), value.strip());
        }
      }
    }
    return found;
  }

  private static boolean startsWith(byte[] body, int at, String text) {
    if (at + text.length() > body.length) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (body[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int indexOf(byte[] body, byte[] mark, int from) {
    for (int at = from; at <= body.length - mark.length; at++) {
      if (body[at] == mark[0] && Arrays.equals(body, at, at + mark.length, mark, 0, mark.length)) {
        return at;
      }
    }
    return -1;
  }
}
