package org.qingmen.camelhost.internal;

import java.io.File;
import java.io.IOException;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Watches the drop folder for YAML routes. */
@Component(
    service = ArtifactInstaller.class,
    configurationPid = DropSettings.PID,
    property = "service.ranking:Integer=1000")
@Designate(ocd = DropSettings.class)
public final class RouteFileInstaller implements ArtifactInstaller {

  private final RouteFiles files;

  /** Starts routes in this host. */
  @Activate
  public RouteFileInstaller(DropSettings settings, @Reference CamelHost host) {
    this.files = new RouteFiles(host.hosts(), DropSettings.Reader.guard(settings));
  }

  @Override
  public boolean canHandle(File artifact) {
    return RouteFiles.isOne(artifact);
  }

  @Override
  public void install(File artifact) throws IOException {
    files.take(artifact);
  }

  @Override
  public void update(File artifact) throws IOException {
    files.take(artifact);
  }

  @Override
  public void uninstall(File artifact) {
    files.remove(artifact);
  }
}
