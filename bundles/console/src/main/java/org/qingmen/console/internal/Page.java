package org.qingmen.console.internal;

import java.net.URL;
import java.util.Map;
import java.util.Optional;

/**
 * Which file answers which path. Only files that were found when the bundle started can be reached,
 * so no path leads out of the page's folder.
 */
final class Page {

  private static final String INDEX = "/index.html";
  private static final String COMPRESSED = ".gz";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "svg", "image/svg+xml",
          "md", "text/plain;charset=utf-8",
          "json", "application/json",
          "png", "image/png",
          "woff2", "font/woff2");

  private final Map<String, URL> files;

  /**
   * @param files content by path, such as {@code /assets/index-1a2b.js}
   */
  Page(Map<String, URL> files) {
    this.files = Map.copyOf(files);
  }

  /**
   * One answer.
   *
   * @param content what to send
   * @param type media type
   * @param compressed whether the content is compressed with gzip
   * @param lasting whether the path names this very content, so that it may be kept for ever
   */
  record Answer(URL content, String type, boolean compressed, boolean lasting) {}

  /**
   * Finds the answer to a path.
   *
   * @param path path of the request, beginning with a slash
   * @param gzip whether the reader understands gzip
   */
  Optional<Answer> find(String path, boolean gzip) {
    String name = belongsToThePageItself(path) ? INDEX : path;
    URL plain = files.get(name);
    if (plain == null || name.endsWith(COMPRESSED)) {
      return Optional.empty();
    }
    URL packed = gzip ? files.get(name + COMPRESSED) : null;
    boolean lasting = name.startsWith("/assets/");
    return Optional.of(
        packed == null
            ? new Answer(plain, type(name), false, lasting)
            : new Answer(packed, type(name), true, lasting));
  }

  /** The page draws these paths itself; a reload or a link must find it there. */
  private static boolean belongsToThePageItself(String path) {
    return path.isEmpty()
        || path.equals("/")
        || path.equals("/console")
        || path.startsWith("/console/");
  }

  private static String type(String name) {
    String suffix = name.substring(name.lastIndexOf('.') + 1);
    return TYPES.getOrDefault(suffix, "application/octet-stream");
  }
}
