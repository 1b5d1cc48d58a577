package org.qingmen.demo.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.engine.RulePacks;
import org.qingmen.intake.LedgerIntake;
import org.qingmen.security.Accounts;
import org.qingmen.spi.intake.ObjectStore;
import org.qingmen.spi.intake.PassageSink;
import org.qingmen.spi.journal.Journal;
import org.qingmen.store.Registry;
import org.qingmen.store.SuspicionStore;
import org.qingmen.supervision.control.ControlPolicies;
import org.qingmen.supervision.control.Deliveries;
import org.qingmen.supervision.control.Episodes;
import org.qingmen.supervision.control.ViolatorList;
import org.qingmen.supervision.inspection.Acceptances;
import org.qingmen.supervision.inspection.Verifications;
import org.qingmen.supervision.inspection.Videos;
import org.qingmen.supervision.registers.DivisionTree;
import org.qingmen.supervision.registers.PaperFiles;
import org.qingmen.supervision.suspicion.Suspicions;

/** The services of the platform that the demonstration goes through; it has no way round them. */
@Component(service = Services.class)
public final class Services {

  final Registry registry;
  final PassageSink passages;
  final LedgerIntake ledgers;
  final ObjectStore objects;
  final Accounts accounts;
  final Episodes episodes;
  final ControlPolicies policies;
  final ViolatorList violators;
  final Deliveries deliveries;
  final RulePacks packs;
  final PaperFiles files;
  final DivisionTree divisions;
  final Suspicions suspicions;
  final SuspicionStore suspicionStore;
  final Journal journal;
  final Verifications verifications;
  final Acceptances acceptances;
  final Videos videos;

  @Activate
  public Services(
      @Reference Registry registry,
      @Reference PassageSink passages,
      @Reference LedgerIntake ledgers,
      @Reference ObjectStore objects,
      @Reference Accounts accounts,
      @Reference Episodes episodes,
      @Reference ControlPolicies policies,
      @Reference ViolatorList violators,
      @Reference Deliveries deliveries,
      @Reference PaperFiles files,
      @Reference DivisionTree divisions,
      @Reference RulePacks packs,
      @Reference Suspicions suspicions,
      @Reference SuspicionStore suspicionStore,
      @Reference Journal journal,
      @Reference Verifications verifications,
      @Reference Acceptances acceptances,
      @Reference Videos videos) {
    this.registry = registry;
    this.passages = passages;
    this.ledgers = ledgers;
    this.objects = objects;
    this.accounts = accounts;
    this.episodes = episodes;
    this.policies = policies;
    this.violators = violators;
    this.deliveries = deliveries;
    this.packs = packs;
    this.files = files;
    this.divisions = divisions;
    this.suspicions = suspicions;
    this.suspicionStore = suspicionStore;
    this.journal = journal;
    this.verifications = verifications;
    this.acceptances = acceptances;
    this.videos = videos;
  }
}
