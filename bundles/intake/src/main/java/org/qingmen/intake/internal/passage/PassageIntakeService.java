package org.qingmen.intake.internal.passage;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.engine.Decider;
import org.qingmen.intake.internal.Figures;
import org.qingmen.intake.internal.ledger.Weighbridge;
import org.qingmen.spi.health.HealthCheck;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.intake.InForce;
import org.qingmen.spi.intake.KnownUnits;
import org.qingmen.spi.intake.NativeRecord;
import org.qingmen.spi.intake.PassageAnswer;
import org.qingmen.spi.intake.PassageCorrections;
import org.qingmen.spi.intake.PassageSink;
import org.qingmen.spi.intake.Quarantine;
import org.qingmen.spi.journal.Journal;
import org.qingmen.store.PassageChains;
import org.qingmen.store.PassageStore;
import org.qingmen.store.Projection;
import org.qingmen.store.Registry;

/** The passage intake as a service, with what it remembers of the past. */
@Component(service = {PassageSink.class, PassageCorrections.class, HealthCheck.class})
public final class PassageIntakeService implements PassageSink, PassageCorrections, HealthCheck {

  private final PassageIntake intake;
  private final Correcting corrections;
  private final Registry.Registration whenReachable;
  private final ExecutorService loader =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "qingmen-intake-memory"));

  @Activate
  public PassageIntakeService(
      @Reference Journal journal,
      @Reference Decider decider,
      @Reference Enterprises enterprises,
      @Reference InForce inForce,
      @Reference KnownUnits units,
      @Reference Quarantine quarantine,
      @Reference PassageStore store,
      @Reference PassageChains chains,
      @Reference Projection projection,
      @Reference Registry registry,
      @Reference Weighbridge weighbridge,
      @Reference HeavyCount heavy,
      @Reference Figures figures) {
    RecentTraffic traffic = new RecentTraffic();
    Duplicates duplicates = new Duplicates(store);
    Recollection.ofTheJournal(journal, projection.position(), duplicates, traffic, heavy);
    FactGathering facts =
        new FactGathering(inForce, units, traffic, heavy, weighbridge, enterprises);
    corrections =
        new Correcting(
            journal,
            projection,
            chains,
            decider,
            enterprises,
            facts,
            new SeenBefore(store, traffic, weighbridge),
            traffic,
            duplicates);
    intake =
        new PassageIntake(
            journal, decider, enterprises, quarantine, facts, traffic, heavy, duplicates, figures);
    whenReachable =
        registry.whenReachable(() -> loader.execute(() -> load(store, duplicates, traffic, heavy)));
  }

  private static void load(
      PassageStore store, Duplicates duplicates, RecentTraffic traffic, HeavyCount heavy) {
    duplicates.load();
    traffic.load(store);
    heavy.load(store);
  }

  @Deactivate
  void close() {
    whenReachable.close();
    loader.shutdownNow();
  }

  @Override
  public List<PassageAnswer> submit(List<NativeRecord> records) {
    return intake.submit(records);
  }

  @Override
  public void check(String receipt, String patch) {
    corrections.check(receipt, patch);
  }

  @Override
  public Applied apply(Request request) {
    return corrections.apply(request);
  }

  @Override
  public String name() {
    return "intake";
  }

  @Override
  public Status check() {
    return new Status(true, true, "");
  }
}
