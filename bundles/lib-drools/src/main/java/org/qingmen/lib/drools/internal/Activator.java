package org.qingmen.lib.drools.internal;

import java.util.Collection;
import java.util.List;
import org.drools.wiring.api.ComponentsFactory;
import org.kie.api.internal.utils.KieService;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds every service of Drools once, while the context class loader is this bundle's.
 *
 * <p>Drools asks the context class loader of whichever thread comes first and remembers a miss for
 * ever; in a container that thread is usually somebody else's.
 */
public final class Activator implements BundleActivator {

  private static final Logger LOG = LoggerFactory.getLogger(Activator.class);
  private static final String SERVICES = "META-INF/services";

  @Override
  public void start(BundleContext context) {
    BundleWiring wiring = context.getBundle().adapt(BundleWiring.class);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(wiring.getClassLoader());
    try {
      List<Class<? extends KieService>> services = kieServices(wiring);
      services.forEach(KieService::load);
      // Its supplier is found by the same means, but is no KieService.
      ComponentsFactory.createByteArrayClassLoader(wiring.getClassLoader());
      LOG.debug("{} services of Drools are loaded", services.size());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public void stop(BundleContext context) {
    // What was loaded goes with the class loader.
  }

  private static List<Class<? extends KieService>> kieServices(BundleWiring wiring) {
    Collection<String> files =
        wiring.listResources(SERVICES, "*", BundleWiring.LISTRESOURCES_LOCAL);
    return files.stream()
        .map(file -> file.substring(SERVICES.length() + 1))
        .map(name -> load(wiring.getClassLoader(), name))
        .filter(KieService.class::isAssignableFrom)
        .<Class<? extends KieService>>map(type -> type.asSubclass(KieService.class))
        .toList();
  }

  private static Class<?> load(ClassLoader loader, String name) {
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "Drools names the service " + name + " but its class is not in this bundle", e);
    }
  }
}
