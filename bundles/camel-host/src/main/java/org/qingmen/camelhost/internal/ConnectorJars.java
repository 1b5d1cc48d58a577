package org.qingmen.camelhost.internal;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.qingmen.camelhost.ConnectorState.Kind;
import org.qingmen.camelhost.ConnectorState.Problem;
import org.qingmen.spi.device.Messages;

/**
 * Connector bundles of the drop folder. Only the bundle itself is ever refreshed, so no other
 * bundle's start time changes.
 */
final class ConnectorJars {

  /** Locations of bundles that came this way, whatever the container remembers from before. */
  static final String LOCATION = "qingmen-drop:";

  private static final Messages MESSAGES = Messages.beside(ConnectorJars.class);

  private final BundleContext framework;
  private final Hosts hosts;
  private final JarCheck check;
  private final Map<String, File> waiting = new ConcurrentHashMap<>();

  ConnectorJars(BundleContext framework, Hosts hosts, JarCheck check) {
    this.framework = framework;
    this.hosts = hosts;
    this.check = check;
  }

  /** Takes a new or changed jar; a refused one leaves the running bundle as it was. */
  void take(File file) throws IOException {
    byte[] content = Files.readAllBytes(file.toPath());
    Optional<String> problem = check.problem(file, content);
    if (problem.isPresent()) {
      refuse(file, problem.get(), "");
      return;
    }
    try {
      run(file, content);
      waiting.remove(file.getName());
      hosts.forget(file.getName());
    } catch (BundleException e) {
      refuse(file, "jar-not-started", e.getMessage());
    }
  }

  private void run(File file, byte[] content) throws BundleException {
    Bundle bundle = framework.getBundle(LOCATION + file.getName());
    if (bundle == null) {
      bundle =
          framework.installBundle(LOCATION + file.getName(), new ByteArrayInputStream(content));
    } else {
      bundle.update(new ByteArrayInputStream(content));
      refresh(bundle);
    }
    bundle.start();
  }

  private void refuse(File file, String code, String detail) {
    waiting.put(file.getName(), file);
    hosts.refuse(
        file.getName(),
        Kind.JAR_FILE,
        new Problem(code, MESSAGES.text(code, file.getName(), String.valueOf(detail))));
  }

  /** Looks again at refused jars, for a signature that arrived after its jar. */
  void lookAgain() throws IOException {
    for (File file : List.copyOf(waiting.values())) {
      boolean signed = new File(file.getPath() + ".sig").isFile();
      if (file.isFile()
          && signed
          && check.problem(file, Files.readAllBytes(file.toPath())).isEmpty()) {
        take(file);
      }
    }
  }

  /** Uninstalls what a jar brought. */
  void remove(File file) throws BundleException {
    waiting.remove(file.getName());
    hosts.forget(file.getName());
    Bundle bundle = framework.getBundle(LOCATION + file.getName());
    if (bundle != null) {
      bundle.uninstall();
      refresh(bundle);
    }
  }

  private void refresh(Bundle bundle) {
    framework
        .getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
        .adapt(FrameworkWiring.class)
        .refreshBundles(List.of(bundle));
  }
}
