package org.qingmen.engine.internal.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTracker;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.PackStatus.Origin;
import org.qingmen.engine.internal.compile.CompiledStore;
import org.qingmen.engine.internal.life.PackRegistry;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.spi.pack.PackProblem;
import org.qingmen.spi.pack.PackState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Picks up the rule packs of the distribution: bundles with the header {@code Qingmen-RulePack},
 * whose value names the folder of the pack. Rules compiled by the build lie in {@code compiled}.
 */
final class PackExtender extends BundleTracker<Long> {

  private static final Logger LOG = LoggerFactory.getLogger(PackExtender.class);
  private static final String HEADER = "Qingmen-RulePack";
  private static final int PRESENT =
      Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

  private final PackRegistry registry;
  private final CompiledStore compiled;
  private final Executor worker;
  private final List<Bundle> waitingForBase = new ArrayList<>();

  PackExtender(
      BundleContext context, PackRegistry registry, CompiledStore compiled, Executor worker) {
    super(context, PRESENT, null);
    this.registry = registry;
    this.compiled = compiled;
    this.worker = worker;
  }

  @Override
  public Long addingBundle(Bundle bundle, BundleEvent event) {
    if (bundle.getHeaders("").get(HEADER) != null) {
      later(() -> take(bundle));
      return bundle.getLastModified();
    }
    return null;
  }

  @Override
  public void modifiedBundle(Bundle bundle, BundleEvent event, Long modified) {
    if (event != null && event.getType() == BundleEvent.UPDATED) {
      later(() -> take(bundle));
    }
  }

  @Override
  public void removedBundle(Bundle bundle, BundleEvent event, Long modified) {
    if (event != null && event.getType() == BundleEvent.UNINSTALLED) {
      later(() -> retire(bundle));
    }
  }

  private void retire(Bundle bundle) {
    for (PackStatus status : registry.list()) {
      boolean its = bundle.getSymbolicName().equals(status.installedBy());
      if (its && status.origin() == Origin.SHIPPED && status.state() == PackState.ACTIVE) {
        registry.retire(status.id(), status.version(), bundle.getSymbolicName());
      }
    }
  }

  private void later(Runnable work) {
    try {
      worker.execute(work);
    } catch (RejectedExecutionException e) {
      LOG.debug("the engine stops");
    }
  }

  private void take(Bundle bundle) {
    if (!install(bundle)) {
      waitingForBase.add(bundle);
      return;
    }
    List<Bundle> waiting = List.copyOf(waitingForBase);
    waiting.stream().filter(this::install).forEach(waitingForBase::remove);
  }

  /** False when the pack extends another one that is not here yet. */
  private boolean install(Bundle bundle) {
    String folder = bundle.getHeaders("").get(HEADER);
    try {
      read(bundle, "compiled")
          .forEach((name, rules) -> compiled.keep(name.replace(".jar", ""), rules));
      PackStatus status =
          registry.installShipped(new PackFiles(read(bundle, folder)), bundle.getSymbolicName());
      if (status.state() != PackState.REFUSED) {
        return true;
      }
      if (status.problems().stream().anyMatch(p -> p.code().equals("unknown-base"))) {
        return false;
      }
      for (PackProblem problem : status.problems()) {
        LOG.error("{}: {} {}", bundle, problem.file(), problem.message().en());
      }
    } catch (RuntimeException e) {
      LOG.error("the rule pack of {} cannot be taken", bundle, e);
    }
    return true;
  }

  private static SortedMap<String, byte[]> read(Bundle bundle, String folder) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    collect(bundle, folder + "/", folder.length() + 1, files);
    return files;
  }

  private static void collect(
      Bundle bundle, String folder, int prefix, SortedMap<String, byte[]> files) {
    Enumeration<String> paths = bundle.getEntryPaths(folder);
    while (paths != null && paths.hasMoreElements()) {
      String path = paths.nextElement();
      if (path.endsWith("/")) {
        collect(bundle, path, prefix, files);
      } else {
        URL entry = bundle.getEntry(path);
        try (InputStream in = entry.openStream()) {
          files.put(path.substring(prefix), in.readAllBytes());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
