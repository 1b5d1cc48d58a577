package org.qingmen.camelhost.internal.guard;

import java.io.StringReader;
import java.util.List;
import org.qingmen.camelhost.RouteGuard.Problem;
import org.qingmen.spi.device.Messages;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;

/**
 * Reads a route so that nothing is seen differently by the check and by Camel: no anchors, no
 * doubled keys, one document.
 */
public final class RouteDocument {

  private static final Messages MESSAGES = Messages.beside(RouteDocument.class);
  private static final int LARGEST = 256 * 1024;
  private static final int DEEPEST = 40;

  private RouteDocument() {}

  /** The document; problems are added when it is none. */
  public static Object read(String yaml, List<Problem> problems) {
    if (yaml.length() > LARGEST) {
      add(problems, "route-too-large", "/", LARGEST);
      return null;
    }
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setNestingDepthLimit(DEEPEST);
    Yaml reader = new Yaml(new SafeConstructor(options));
    try {
      for (Event event : reader.parse(new StringReader(yaml))) {
        boolean anchored = event instanceof NodeEvent node && node.getAnchor() != null;
        if (event instanceof AliasEvent || anchored) {
          add(problems, "route-anchor", "/", event.getStartMark().getLine() + 1);
          return null;
        }
      }
      return reader.load(yaml);
    } catch (YAMLException e) {
      add(problems, "route-not-yaml", "/", first(e.getMessage()));
      return null;
    }
  }

  static void add(List<Problem> problems, String code, String where, Object what) {
    String shown = String.valueOf(what);
    problems.add(new Problem(code, where, MESSAGES.text(code, shown, where)));
  }

  private static String first(String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }
}
