package org.qingmen.camelhost.internal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.qingmen.camelhost.ConnectorState.Kind;
import org.qingmen.camelhost.ConnectorState.Problem;
import org.qingmen.camelhost.RouteGuard;
import org.qingmen.spi.device.Messages;

/**
 * YAML routes of the drop folder. A file that may not run changes nothing: what ran before keeps
 * running, and the reason is shown.
 */
final class RouteFiles {

  private static final Messages MESSAGES = Messages.beside(RouteFiles.class);

  private final Hosts hosts;
  private final RouteGuard guard;

  RouteFiles(Hosts hosts, RouteGuard guard) {
    this.hosts = hosts;
    this.guard = guard;
  }

  static boolean isOne(File file) {
    String name = file.getName().toLowerCase(Locale.ROOT);
    return file.isFile() && (name.endsWith(".yaml") || name.endsWith(".yml"));
  }

  /** Takes a new or changed file. */
  void take(File file) throws IOException {
    String yaml;
    try {
      yaml = Files.readString(file.toPath());
    } catch (CharacterCodingException e) {
      refuse(file, new Problem("route-not-text", MESSAGES.text("route-not-text", file.getName())));
      return;
    }
    List<RouteGuard.Problem> problems = guard.check(yaml);
    if (!problems.isEmpty()) {
      RouteGuard.Problem first = problems.get(0);
      refuse(file, new Problem(first.code(), first.message()));
      return;
    }
    remove(file);
    hosts.start(
        key(file), file.getName(), Kind.ROUTE_FILE, context -> add(context, file, yaml), loader());
  }

  /** Stops what a file brought. */
  void remove(File file) {
    hosts.forget(file.getName());
    hosts.stop(key(file));
  }

  private void refuse(File file, Problem problem) {
    if (hosts.runs(key(file))) {
      hosts.warn(key(file), problem);
    } else {
      hosts.refuse(file.getName(), Kind.ROUTE_FILE, problem);
    }
  }

  private static void add(CamelContext context, File file, String yaml) throws Exception {
    Resource resource = ResourceHelper.fromString(file.getName(), yaml);
    PluginHelper.getRoutesLoader(context).loadRoutes(resource);
  }

  private static String key(File file) {
    return "file:" + file.getAbsolutePath();
  }

  private static ClassLoader loader() {
    return RouteFiles.class.getClassLoader();
  }
}
