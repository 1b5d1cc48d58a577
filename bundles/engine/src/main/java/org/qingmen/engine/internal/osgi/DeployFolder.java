package org.qingmen.engine.internal.osgi;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipFile;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.qingmen.engine.PackException;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.PackStatus.Origin;
import org.qingmen.engine.internal.life.PackRegistry;
import org.qingmen.spi.pack.PackProblem;
import org.qingmen.spi.pack.PackState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rule packs in the deploy folder: a folder, zip or jar with a {@code pack.yaml}. A good one is put
 * into service at once; when its file is removed it is retired and what it replaced serves again.
 */
final class DeployFolder implements ArtifactInstaller {

  private static final Logger LOG = LoggerFactory.getLogger(DeployFolder.class);
  private static final String ACTOR = "deploy folder";

  private final PackRegistry registry;
  private final Map<File, PackStatus> dropped = new ConcurrentHashMap<>();

  DeployFolder(PackRegistry registry) {
    this.registry = registry;
  }

  @Override
  public boolean canHandle(File artifact) {
    if (artifact.isDirectory()) {
      return new File(artifact, "pack.yaml").isFile();
    }
    String name = artifact.getName();
    return (name.endsWith(".zip") || name.endsWith(".jar")) && holdsPack(artifact);
  }

  private static boolean holdsPack(File file) {
    try (ZipFile zip = new ZipFile(file)) {
      return zip.stream().anyMatch(entry -> entry.getName().matches("([^/]+/)?pack\\.yaml"));
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void install(File artifact) throws IOException {
    Path path = artifact.toPath();
    PackStatus status =
        artifact.isDirectory()
            ? registry.install(path, ACTOR, Origin.DROPPED)
            : registry.install(Files.readAllBytes(path), ACTOR, Origin.DROPPED);
    if (status.state() == PackState.REFUSED) {
      for (PackProblem problem : status.problems()) {
        String place = problem.place().isEmpty() ? "" : problem.place() + " ";
        LOG.warn("{} refused: {}{}", artifact.getName(), place, problem.message().en());
      }
      return;
    }
    dropped.put(artifact, status);
    boolean good = status.state() == PackState.TESTED || status.state() == PackState.SIGNED;
    if (good && status.activatedAt() == null) {
      activate(artifact, status);
    }
  }

  private void activate(File artifact, PackStatus status) {
    try {
      registry.activate(status.id(), status.version(), ACTOR);
      LOG.info("{} serves: {} {}", artifact.getName(), status.id(), status.version());
    } catch (PackException e) {
      LOG.warn("{} is not put into service: {}", artifact.getName(), e.text().en());
    }
  }

  @Override
  public void update(File artifact) throws IOException {
    install(artifact);
    PackStatus status = dropped.get(artifact);
    // Saved again on purpose: what serves is built anew when its base has moved on.
    if (status != null && status.state() == PackState.ACTIVE && status.olderBase()) {
      activate(artifact, status);
    }
  }

  @Override
  public void uninstall(File artifact) {
    PackStatus status = dropped.remove(artifact);
    if (status != null) {
      registry.retire(status.id(), status.version(), ACTOR);
      LOG.info("{} removed: {} {} retired", artifact.getName(), status.id(), status.version());
    }
  }
}
