package org.qingmen.api.internal.packs;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Comparator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.engine.Comparing;
import org.qingmen.engine.PackDifferenceJson;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.RulePacks;
import org.qingmen.spi.pack.PackState;
import org.qingmen.spi.refusal.Refusal.Kind;

/** {@code /rule-packs/{id}/{version}/diff}: what differs from another version. */
@Path("rule-packs/{id}/{version}/diff")
@Component(service = ApiResource.class)
public final class DiffResource implements ApiResource {

  private final Comparing comparing;
  private final RulePacks all;
  private final KnownPacks packs;

  @Activate
  public DiffResource(
      @Reference Comparing comparing, @Reference RulePacks all, @Reference KnownPacks packs) {
    this.comparing = comparing;
    this.all = all;
    this.packs = packs;
  }

  /** From the version named by {@code against}, or the one in service, to this one. */
  @GET
  public JsonNode diff(
      @PathParam("id") String id,
      @PathParam("version") String version,
      @QueryParam("against") String against) {
    PackStatus after = packs.usable(id, version);
    PackStatus before = against == null ? serving(after) : named(id, against);
    return Json.stored(
        PackDifferenceJson.write(
            KnownPacks.ref(before),
            KnownPacks.ref(after),
            comparing.difference(KnownPacks.ref(before), KnownPacks.ref(after))));
  }

  /** {@code 1.0.0} of the same pack, or {@code other.pack@1.0.0}. */
  private PackStatus named(String id, String against) {
    int at = against.indexOf('@');
    return at < 0
        ? packs.usable(id, against)
        : packs.usable(against.substring(0, at), against.substring(at + 1));
  }

  private PackStatus serving(PackStatus pack) {
    return all.list().stream()
        .filter(one -> one.id().equals(pack.id()) && one.state() == PackState.ACTIVE)
        .filter(one -> !one.hash().equals(pack.hash()))
        .max(Comparator.comparing((PackStatus one) -> one.descriptor().validFrom()))
        .orElseThrow(
            () -> Problems.refusal(Kind.NOT_FOUND, "nothing-serves", pack.id(), pack.version()));
  }
}
