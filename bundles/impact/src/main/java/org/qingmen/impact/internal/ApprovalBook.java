package org.qingmen.impact.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.engine.ActivationGuard;
import org.qingmen.engine.PackException;
import org.qingmen.engine.PackStatus;
import org.qingmen.impact.Approvals;
import org.qingmen.spi.pack.PackDescriptor.Kind;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.RefusalTexts;
import org.qingmen.store.Draft;
import org.qingmen.store.Registry;

/** Approvals, kept by the content of the pack: a changed pack needs a new one. */
@Component(
    service = {Approvals.class, ActivationGuard.class},
    configurationPid = ImpactConfig.PID)
public final class ApprovalBook implements Approvals, ActivationGuard {

  private static final String KIND = "impact-approval";
  private static final Set<Kind> COMPARABLE =
      EnumSet.of(Kind.GATE, Kind.VERIFICATION, Kind.GRADING);

  private final Registry registry;
  private final Jobs jobs;
  private final boolean impactFirst;
  private final RefusalTexts texts = RefusalTexts.beside(ApprovalBook.class);

  /** Wired by the container. */
  @Activate
  public ApprovalBook(@Reference Registry registry, ImpactConfig config) {
    this.registry = registry;
    this.impactFirst = config.approval_impact();
    this.jobs = new Jobs(registry);
  }

  @Override
  public synchronized String approve(PackStatus candidate, String note, String actor) {
    if (demanding(candidate).isEmpty()) {
      throw texts.refusal(
          Refusal.Kind.CONFLICT, "approval-nothing", candidate.id(), candidate.version());
    }
    if (actor.equals(candidate.installedBy())) {
      throw texts.refusal(
          Refusal.Kind.CONFLICT, "approval-own", candidate.id(), candidate.version(), actor);
    }
    ObjectNode approval = Json.object();
    approval.put("by", actor).put("at", Json.time(Instant.now())).put("note", note);
    registry.put(new Draft(KIND, candidate.hash(), null, null, approval.toString()), actor);
    return state(candidate);
  }

  @Override
  public String state(PackStatus candidate) {
    ObjectNode json = Json.object();
    List<ObjectNode> demanding = demanding(candidate);
    Optional<ObjectNode> approval = approval(candidate);
    json.put("needed", !demanding.isEmpty());
    json.put("given", !demanding.isEmpty() && covers(approval, demanding));
    approval.ifPresent(one -> json.set("approval", one));
    if (!demanding.isEmpty()) {
      ObjectNode job = demanding.get(0);
      json.put("impact", job.path("id").asText());
      json.put("share", job.at("/result/share").asDouble());
      json.put("threshold", job.path("threshold").asDouble());
    }
    return json.toString();
  }

  @Override
  public void check(PackStatus pack, String actor) {
    if (impactFirst && COMPARABLE.contains(kind(pack)) && jobs.done(pack).isEmpty()) {
      throw refused("impact-needed", pack.id(), pack.version());
    }
    List<ObjectNode> demanding = demanding(pack);
    if (demanding.isEmpty()) {
      return;
    }
    Optional<ObjectNode> approval = approval(pack);
    double share = demanding.get(0).at("/result/share").asDouble();
    double threshold = demanding.get(0).path("threshold").asDouble();
    if (!covers(approval, demanding)) {
      throw refused("approval-needed", pack.id(), pack.version(), share, threshold);
    }
    if (approval.get().path("by").asText().equals(actor)) {
      throw refused("approval-same-person", pack.id(), pack.version(), actor);
    }
  }

  private static Kind kind(PackStatus pack) {
    return pack.descriptor() == null ? null : pack.descriptor().kind();
  }

  private PackException refused(String code, Object... values) {
    return new PackException(code, texts.text(code + ".why", values));
  }

  private List<ObjectNode> demanding(PackStatus pack) {
    return jobs.done(pack).stream().filter(job -> job.path("approvalNeeded").asBoolean()).toList();
  }

  private Optional<ObjectNode> approval(PackStatus pack) {
    return registry.get(KIND, pack.hash()).map(document -> Json.read(document.body()));
  }

  /** Whether it was given when every impact that demands one was known. */
  private static boolean covers(Optional<ObjectNode> approval, List<ObjectNode> demanding) {
    return approval.isPresent()
        && demanding.stream()
            .map(job -> Instant.parse(job.path("ended").asText()))
            .allMatch(ended -> !Instant.parse(approval.get().path("at").asText()).isBefore(ended));
  }
}
