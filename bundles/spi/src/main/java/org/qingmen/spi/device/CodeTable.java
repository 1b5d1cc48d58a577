package org.qingmen.spi.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Codes of one maker setting, translated into those of the native profile. A table is data: a
 * properties file {@code codes/MAKER.properties} beside the mapping, lines {@code
 * plateColour.1=blue}; {@code extends=OTHER} takes over another table first. A file of the same
 * name in {@code $QINGMEN_DATA/codes} overrides single lines without a new connector.
 */
public final class CodeTable {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,40}");
  private static final int DEEPEST = 4;

  private final String maker;
  private final Map<String, String> lines;

  private CodeTable(String maker, Map<String, String> lines) {
    this.maker = maker;
    this.lines = Map.copyOf(lines);
  }

  /**
   * Reads the table of a maker setting.
   *
   * @param anchor class beside whose package the folder {@code codes} lies
   * @param maker maker setting
   * @param overrides folder with tables of the installation, may be null
   * @return empty when nobody wrote a table for this maker
   */
  public static Optional<CodeTable> read(Class<?> anchor, String maker, Path overrides) {
    Map<String, String> lines = new HashMap<>();
    return collect(anchor, maker, overrides, lines, 0)
        ? Optional.of(new CodeTable(maker, lines))
        : Optional.empty();
  }

  private static boolean collect(
      Class<?> anchor, String maker, Path overrides, Map<String, String> lines, int depth) {
    if (maker == null || !NAME.matcher(maker).matches() || depth > DEEPEST) {
      return false;
    }
    Properties own = new Properties();
    boolean shipped = load(own, anchor.getResourceAsStream("codes/" + maker + ".properties"));
    boolean local = overrides != null && load(own, overrides.resolve(maker + ".properties"));
    if (!shipped && !local) {
      return false;
    }
    String parent = own.getProperty("extends");
    if (parent != null && !collect(anchor, parent.strip(), overrides, lines, depth + 1)) {
      throw new IllegalStateException("code table " + maker + " extends unknown " + parent);
    }
    own.stringPropertyNames().forEach(key -> lines.put(key, own.getProperty(key).strip()));
    return true;
  }

  private static boolean load(Properties into, Path file) {
    try {
      return Files.isRegularFile(file) && load(into, Files.newInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException("code table " + file, e);
    }
  }

  private static boolean load(Properties into, InputStream stream) {
    if (stream == null) {
      return false;
    }
    try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      into.load(reader);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Maker setting this table belongs to. */
  public String maker() {
    return maker;
  }

  /**
   * Translates a code.
   *
   * @param kind kind of code, such as {@code plateColour}
   * @param code the maker's code
   * @return empty when the table has no line for it
   */
  public Optional<String> translate(String kind, Object code) {
    return Optional.ofNullable(lines.get(kind + "." + code)).filter(value -> !value.isEmpty());
  }
}
