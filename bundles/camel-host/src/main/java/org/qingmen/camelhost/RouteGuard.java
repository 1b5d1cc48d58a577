package org.qingmen.camelhost;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.qingmen.camelhost.internal.guard.RouteChecks;
import org.qingmen.camelhost.internal.guard.RouteDocument;
import org.qingmen.model.Text;

/**
 * Decides whether a YAML route from the drop folder may run. Whoever can write there is no
 * programmer of this server: a route may use the listed components and words only, nothing that
 * runs code, reads secrets or touches files outside its folder.
 */
public final class RouteGuard {

  /** Components that a route may use unless the installation allows others. */
  public static final Set<String> COMPONENTS =
      Set.of(
          "direct",
          "seda",
          "timer",
          "log",
          "netty",
          "netty-http",
          "http",
          "https",
          "file",
          "qingmen");

  private final Set<String> components;
  private final Path data;

  /**
   * @param components allowed component schemes
   * @param data data folder; routes may use files in it, except where the server keeps its own
   */
  public RouteGuard(Set<String> components, Path data) {
    this.components = Set.copyOf(components);
    this.data = data.toAbsolutePath().normalize();
  }

  /**
   * One thing that a route must not do.
   *
   * @param code stable name, such as {@code component-not-allowed}
   * @param where place in the document, such as {@code /0/route/from/uri}
   * @param message what, why and what to do
   */
  public record Problem(String code, String where, Text message) {}

  /** Everything that speaks against this route; empty when it may run. */
  public List<Problem> check(String yaml) {
    List<Problem> problems = new ArrayList<>();
    Object document = RouteDocument.read(yaml, problems);
    if (problems.isEmpty()) {
      new RouteChecks(components, data, problems).document(document);
    }
    return problems;
  }
}
