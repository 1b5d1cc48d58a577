package org.qingmen.supervision.control.internal;

import java.time.LocalDate;
import org.qingmen.model.AlertLevel;
import org.qingmen.model.ChinaTime;
import org.qingmen.model.Text;
import org.qingmen.spi.facts.Control;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.supervision.control.InForceView.Cap;
import org.qingmen.supervision.control.InForceView.Item;

/** Policies and measures as items of what is in force for one enterprise. */
final class Items {

  private final Caps caps;
  private final Enterprise enterprise;

  Items(Caps caps, Enterprise enterprise) {
    this.caps = caps;
    this.enterprise = enterprise;
  }

  /**
   * A policy.
   *
   * @param episode the episode it is in force with, null when it stands alone
   */
  Item policy(Policy policy, Episode episode) {
    AlertLevel level = episode == null ? null : episode.level();
    LocalDate begins =
        (episode == null ? policy.from() : episode.from()).atZone(ChinaTime.ZONE).toLocalDate();
    Cap cap = cap(policy.terms(), begins);
    String alert = level == null ? null : level.code();
    return new Item(
        policy.id(),
        "policy",
        new Text(policy.title(), policy.title()),
        policy.target().tier().code(),
        policy.terms().control(policy.id(), policy.title(), alert, vehicles(cap)),
        cap,
        null,
        policy.clause(),
        policy.source(),
        true,
        policy.document());
  }

  /** A measure of an episode. */
  Item measure(Measure measure, Episode episode) {
    String id = episode.id() + "/" + measure.code();
    Text title = measure.shownTitle();
    ControlTerms terms = measure.terms();
    Cap cap = terms == null ? null : cap(terms, ChinaTime.day(episode.from()));
    Control control =
        terms == null ? null : terms.control(id, title.zh(), episode.level().code(), vehicles(cap));
    return new Item(
        id,
        "measure",
        title,
        Target.Tier.INDUSTRY_AND_GRADE.code(),
        control,
        cap,
        measure.production(),
        measure.clause(),
        measure.source(),
        measure.verified(),
        null);
  }

  private Cap cap(ControlTerms terms, LocalDate begins) {
    if (terms.capShare() == null) {
      return null;
    }
    LocalDate before = terms.capBefore() == null ? begins : terms.capBefore();
    return caps.cap(enterprise.id(), before, terms.capShare());
  }

  private static Integer vehicles(Cap cap) {
    return cap == null ? null : Integer.valueOf(cap.vehicles());
  }
}
