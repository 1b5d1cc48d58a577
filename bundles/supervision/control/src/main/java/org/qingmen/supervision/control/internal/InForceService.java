package org.qingmen.supervision.control.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.model.Plate;
import org.qingmen.model.Text;
import org.qingmen.spi.facts.Control;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.Listed;
import org.qingmen.spi.facts.Stages;
import org.qingmen.spi.intake.InForce;
import org.qingmen.store.Document;
import org.qingmen.supervision.control.EnterpriseView;
import org.qingmen.supervision.control.InForceView;
import org.qingmen.supervision.control.internal.Candidate.Resolved;

/** What is in force at a gate, from the lists, policies, episodes and measures in memory. */
@Component(service = {InForce.class, InForceView.class})
public final class InForceService implements InForce, InForceView {

  private final ViolatorBook violators;
  private final PolicyBook policies;
  private final EpisodeBook episodes;
  private final MeasureRules measures;
  private final Caps caps;
  private final UnitBook units;
  private final EnterpriseView enterprises;

  /** Wired by the container. */
  @Activate
  public InForceService(
      @Reference ViolatorBook violators,
      @Reference PolicyBook policies,
      @Reference EpisodeBook episodes,
      @Reference MeasureRules measures,
      @Reference Caps caps,
      @Reference UnitBook units,
      @Reference EnterpriseView enterprises) {
    this.violators = violators;
    this.policies = policies;
    this.episodes = episodes;
    this.measures = measures;
    this.caps = caps;
    this.units = units;
    this.enterprises = enterprises;
  }

  @Override
  public List<Listed> listed(Plate plate, String vin, String division, Instant at) {
    return listed(plate, vin, List.of(), division, at);
  }

  @Override
  public List<Listed> listed(
      Plate plate, String vin, Collection<String> codes, String division, Instant at) {
    Unread.refuse(violators.loaded());
    return violators.matching(plate, vin, codes, division, at);
  }

  @Override
  public List<Control> controls(Enterprise enterprise, Instant at) {
    return resolve(enterprise, at, counting(enterprise, at), null).inForce().stream()
        .map(Item::control)
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public View of(Enterprise enterprise, Instant at) {
    Optional<Episode> episode = counting(enterprise, at);
    List<SetAside> aside = new ArrayList<>();
    Resolved resolved = resolve(enterprise, at, episode, aside);
    resolved.replaced().forEach(replaced -> aside.add(setAside(replaced)));
    List<StoppedMachine> stopped = new ArrayList<>();
    for (Item item : resolved.inForce()) {
      if (item.control() != null) {
        stopped.addAll(stopped(enterprise, item.control()));
      }
    }
    Document declared = episode.map(Episode::document).orElse(null);
    return new View(enterprise, at, declared, resolved.inForce(), aside, stopped);
  }

  @Override
  public List<Enterprise> targets(String json) {
    Policy policy = policies.read(json);
    return enterprises.within("").stream().filter(policy.target()::fits).toList();
  }

  @Override
  public List<StoppedMachine> machines(Document stored) {
    Policy policy = Policy.read(stored);
    // Only machines are asked for: what the cap is does not matter here.
    Control control = policy.terms().control(policy.id(), policy.title(), null, null);
    return enterprises.within("").stream()
        .filter(policy.target()::fits)
        .filter(enterprise -> !spared(policy, enterprise))
        .flatMap(enterprise -> stopped(enterprise, control).stream())
        .toList();
  }

  @Override
  public Optional<Cap> cap(String json, Enterprise enterprise) {
    return Optional.ofNullable(new Items(caps, enterprise).policy(policies.read(json), null).cap());
  }

  private Optional<Episode> counting(Enterprise enterprise, Instant at) {
    Unread.refuse(policies.loaded() && episodes.loaded());
    return episodes.counting(enterprise.division(), at);
  }

  private static SetAside setAside(Candidate.Replaced replaced) {
    Text by = replaced.by().title();
    String key = "aside." + replaced.code();
    Text why = new Text(Texts.text(key, by.zh()).zh(), Texts.text(key, by.en()).en());
    return new SetAside(replaced.item(), replaced.by().id(), replaced.code(), why);
  }

  /**
   * What is in force.
   *
   * @param aside takes what is not for another reason than precedence; null where nobody asks
   */
  private Resolved resolve(
      Enterprise enterprise, Instant at, Optional<Episode> episode, List<SetAside> aside) {
    Items items = new Items(caps, enterprise);
    List<Candidate> candidates = new ArrayList<>();
    for (Policy policy : policies.inForce(enterprise, at)) {
      boolean reached =
          policy.alert() == null
              || episode.filter(e -> e.level().compareTo(policy.alert()) >= 0).isPresent();
      boolean inForce = reached && !spared(policy, enterprise);
      if (inForce || aside != null) {
        Item item = items.policy(policy, policy.alert() == null ? null : episode.orElse(null));
        String code = reached ? "livelihood" : "alert-not-reached";
        if (inForce) {
          candidates.add(candidate(policy, item));
        } else {
          aside.add(new SetAside(item, null, code, Texts.text("aside." + code)));
        }
      }
    }
    episode.ifPresent(running -> addMeasures(items, running, enterprise, at, candidates));
    return Candidate.resolve(candidates);
  }

  private void addMeasures(
      Items items, Episode episode, Enterprise enterprise, Instant at, List<Candidate> candidates) {
    for (Measure measure : measures.of(enterprise, episode.level(), at)) {
      candidates.add(
          new Candidate(
              items.measure(measure, episode),
              Target.Tier.INDUSTRY_AND_GRADE,
              measure,
              episode.from(),
              false,
              true));
    }
  }

  private static Candidate candidate(Policy policy, Item item) {
    return new Candidate(
        item,
        policy.target().tier(),
        policy.target(),
        policy.approved(),
        policy.replaces(),
        policy.alert() != null);
  }

  private static boolean spared(Policy policy, Enterprise enterprise) {
    return policy.terms().exemptLivelihood() && enterprise.livelihood();
  }

  private List<StoppedMachine> stopped(Enterprise enterprise, Control control) {
    if (control.nrmmMinimumStage() < 0) {
      return List.of();
    }
    return units.machines(enterprise.id()).stream()
        .filter(machine -> Stages.rank(machine.stage()) < control.nrmmMinimumStage())
        .filter(machine -> machine.codes().stream().noneMatch(control::exemptsUnit))
        .map(machine -> new StoppedMachine(enterprise.id(), machine, control.id()))
        .toList();
  }
}
