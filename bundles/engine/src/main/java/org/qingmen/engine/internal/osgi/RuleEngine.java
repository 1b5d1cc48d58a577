package org.qingmen.engine.internal.osgi;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;
import org.qingmen.engine.ActivationGuard;
import org.qingmen.engine.Comparing;
import org.qingmen.engine.Decider;
import org.qingmen.engine.Judge;
import org.qingmen.engine.Playground;
import org.qingmen.engine.Rehearsal;
import org.qingmen.engine.RulePacks;
import org.qingmen.engine.internal.compare.PackComparing;
import org.qingmen.engine.internal.decide.PackDecider;
import org.qingmen.engine.internal.decide.PackJudge;
import org.qingmen.engine.internal.decide.PackRehearsal;
import org.qingmen.engine.internal.life.FileCompiledStore;
import org.qingmen.engine.internal.life.FilePackStore;
import org.qingmen.engine.internal.life.PackBuilder;
import org.qingmen.engine.internal.life.PackRegistry;
import org.qingmen.engine.internal.life.WarmUp;
import org.qingmen.engine.internal.pack.TrustedKeys;
import org.qingmen.engine.internal.play.PackPlayground;
import org.qingmen.spi.health.HealthCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the engine together in the container. Its services are there at once; decisions wait until
 * the packs that were here at the start serve, so that nothing is let through for want of rules.
 */
@Component(
    immediate = true,
    service = {},
    configurationPid = "org.qingmen.engine")
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.qingmen.engine.Decider\"",
    effective = "active")
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.qingmen.engine.Judge\"",
    effective = "active")
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.qingmen.engine.RulePacks\"",
    effective = "active")
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.qingmen.engine.Rehearsal\"",
    effective = "active")
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.qingmen.engine.Comparing\"",
    effective = "active")
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.qingmen.engine.Playground\"",
    effective = "active")
public final class RuleEngine {

  private static final Logger LOG = LoggerFactory.getLogger(RuleEngine.class);
  private static final int BEFORE_OTHER_INSTALLERS = 100;

  private final ExecutorService worker;
  private final PackRegistry registry;
  private final PackPlayground playground;
  private final PackExtender extender;
  private final ServiceTracker<ActivationGuard, RulePacks.Registration> guards;
  private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

  /** Starts the engine. */
  @Activate
  public RuleEngine(BundleContext context, Map<String, Object> configuration) {
    Settings settings = new Settings(configuration);
    Path packs = settings.data().resolve("packs");
    FileCompiledStore compiled = new FileCompiledStore(packs.resolve("compiled"));
    Path trust = settings.data().resolve("trust");
    TrustedKeys keys =
        new TrustedKeys(trust, settings.signatures(), settings.signatureAlgorithms());
    registry =
        new PackRegistry(
            new FilePackStore(packs),
            new PackBuilder(compiled),
            keys,
            settings.secondPerson(),
            Clock.systemUTC());
    playground = new PackPlayground(registry, PackPlayground.PATIENCE);
    worker = Executors.newSingleThreadExecutor(work -> new Thread(work, "qingmen-rule-packs"));
    extender = new PackExtender(context, registry, compiled, worker);
    guards = guards(context, registry);
    guards.open();
    worker.execute(this::load);
    register(context, settings);
  }

  private static ServiceTracker<ActivationGuard, RulePacks.Registration> guards(
      BundleContext context, PackRegistry registry) {
    return new ServiceTracker<>(context, ActivationGuard.class, null) {
      @Override
      public RulePacks.Registration addingService(ServiceReference<ActivationGuard> found) {
        return registry.guard(context.getService(found));
      }

      @Override
      public void removedService(
          ServiceReference<ActivationGuard> gone, RulePacks.Registration registration) {
        registration.close();
        context.ungetService(gone);
      }
    };
  }

  private void load() {
    long begin = System.nanoTime();
    try {
      registry.start();
      extender.open();
    } catch (IOException | RuntimeException e) {
      LOG.error("the rule packs cannot be loaded", e);
      registry.fail(e.toString());
      return;
    }
    worker.execute(
        () -> {
          registry.rebaseShipped();
          registry.open();
          long millis = (System.nanoTime() - begin) / 1_000_000;
          LOG.info("rule packs serve after {} ms", millis);
        });
    worker.execute(new WarmUp());
  }

  private void register(BundleContext context, Settings settings) {
    Hashtable<String, Object> ranking = new Hashtable<>();
    ranking.put(Constants.SERVICE_RANKING, BEFORE_OTHER_INSTALLERS);
    DeployFolder folder = new DeployFolder(registry);
    registrations.add(context.registerService(ArtifactInstaller.class, folder, ranking));
    registrations.add(context.registerService(RulePacks.class, registry, null));
    registrations.add(context.registerService(Decider.class, new PackDecider(registry), null));
    registrations.add(context.registerService(Judge.class, new PackJudge(registry), null));
    registrations.add(context.registerService(Rehearsal.class, new PackRehearsal(registry), null));
    registrations.add(context.registerService(Playground.class, playground, null));
    registrations.add(
        context.registerService(Comparing.class, new PackComparing(registry, registry), null));
    registrations.add(
        context.registerService(
            HealthCheck.class,
            new RulesHealth(registry, settings.reminderDays(), Clock.systemUTC()),
            null));
  }

  /** Stops it. */
  @Deactivate
  public void stop() {
    registrations.forEach(ServiceRegistration::unregister);
    guards.close();
    extender.close();
    playground.close();
    worker.shutdownNow();
    registry.stop();
  }
}
