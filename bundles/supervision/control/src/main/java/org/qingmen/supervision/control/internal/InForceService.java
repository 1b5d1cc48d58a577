package org.qingmen.supervision.control.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.model.AlertLevel;
import org.qingmen.model.Plate;
import org.qingmen.spi.facts.Control;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.Listed;
import org.qingmen.spi.intake.InForce;

/** What is in force at a gate, from the lists, policies, episodes and measures in memory. */
@Component
public final class InForceService implements InForce {

  private final ViolatorBook violators;
  private final PolicyBook policies;
  private final EpisodeBook episodes;
  private final MeasureFiles measures;

  /** Wired by the container. */
  @Activate
  public InForceService(
      @Reference ViolatorBook violators,
      @Reference PolicyBook policies,
      @Reference EpisodeBook episodes,
      @Reference MeasureFiles measures) {
    this.violators = violators;
    this.policies = policies;
    this.episodes = episodes;
    this.measures = measures;
  }

  @Override
  public List<Listed> listed(Plate plate, String vin, String division, Instant at) {
    Unread.refuse(violators.loaded());
    return violators.matching(plate, vin, division, at);
  }

  @Override
  public List<Control> controls(Enterprise enterprise, Instant at) {
    Unread.refuse(policies.loaded() && episodes.loaded());
    Optional<Episode> episode = episodes.counting(enterprise.division(), at);
    List<Candidate> candidates = new ArrayList<>();
    for (Policy policy : policies.inForce(enterprise, at)) {
      if (policy.alert() == null) {
        candidates.add(candidate(policy, null));
      } else if (episode.filter(e -> e.level().compareTo(policy.alert()) >= 0).isPresent()) {
        candidates.add(candidate(policy, episode.get().level()));
      }
    }
    episode.ifPresent(e -> addMeasures(e, enterprise, candidates));
    return Candidate.resolve(candidates);
  }

  private void addMeasures(Episode episode, Enterprise enterprise, List<Candidate> candidates) {
    for (Measure measure : measures.present().forced(enterprise, episode.level())) {
      String id = episode.id() + "/" + measure.id();
      candidates.add(
          new Candidate(
              measure.terms().control(id, measure.shownTitle(), episode.level().code()),
              Target.Tier.INDUSTRY_AND_GRADE,
              measure,
              episode.from(),
              false));
    }
  }

  private static Candidate candidate(Policy policy, AlertLevel level) {
    String alert = level == null ? null : level.code();
    return new Candidate(
        policy.terms().control(policy.id(), policy.title(), alert),
        policy.target().tier(),
        policy.target(),
        policy.approved(),
        policy.replaces());
  }
}
