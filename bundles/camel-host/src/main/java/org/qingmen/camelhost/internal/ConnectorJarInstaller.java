package org.qingmen.camelhost.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the drop folder for connector bundles. It ranks above the container's own installer for
 * bundles, which would run any jar.
 */
@Component(
    service = ArtifactInstaller.class,
    configurationPid = DropSettings.PID,
    property = "service.ranking:Integer=900")
public final class ConnectorJarInstaller implements ArtifactInstaller {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectorJarInstaller.class);
  private static final int LOOK_AGAIN_SECONDS = 2;

  private final ConnectorJars jars;
  private final ScheduledExecutorService again =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "connector-jars");
            thread.setDaemon(true);
            return thread;
          });

  /** Installs into this framework. */
  @Activate
  public ConnectorJarInstaller(
      BundleContext framework, DropSettings settings, @Reference CamelHost host) {
    Path trust = Path.of(settings.data(), "trust");
    JarCheck check =
        new JarCheck(new TrustedSigners(trust), DropSettings.Reader.acceptsUnsigned(settings));
    // The system bundle's context: what it installed outlives a restart of this component.
    this.jars = new ConnectorJars(framework.getBundle(0).getBundleContext(), host.hosts(), check);
    again.scheduleWithFixedDelay(
        this::lookAgain, LOOK_AGAIN_SECONDS, LOOK_AGAIN_SECONDS, TimeUnit.SECONDS);
  }

  private void lookAgain() {
    try {
      jars.lookAgain();
    } catch (IOException e) {
      LOG.warn("a jar of the drop folder cannot be read: {}", e.toString());
    }
  }

  @Override
  public boolean canHandle(File artifact) {
    return JarCheck.isConnectorJar(artifact);
  }

  @Override
  public void install(File artifact) throws IOException {
    jars.take(artifact);
  }

  @Override
  public void update(File artifact) throws IOException {
    jars.take(artifact);
  }

  @Override
  public void uninstall(File artifact) throws BundleException {
    jars.remove(artifact);
  }

  @Deactivate
  void close() {
    again.shutdownNow();
  }
}
