package org.qingmen.api.internal.packs;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.engine.PackRef;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.RulePacks;
import org.qingmen.spi.pack.PackState;
import org.qingmen.spi.refusal.Refusal.Kind;

/** Rule packs by id and version, or a refusal. */
@Component(service = KnownPacks.class)
public final class KnownPacks {

  private final RulePacks packs;

  @Activate
  public KnownPacks(@Reference RulePacks packs) {
    this.packs = packs;
  }

  /** A version, whatever its state. */
  PackStatus known(String id, String version) {
    return packs
        .get(id, version)
        .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", id + " " + version));
  }

  /** A version that passed its checks. */
  PackStatus usable(String id, String version) {
    PackStatus pack = known(id, version);
    if (pack.state() == PackState.REFUSED || pack.state() == PackState.DRAFT) {
      throw Problems.refusal(Kind.CONFLICT, "pack-unusable", id, version);
    }
    return pack;
  }

  static PackRef ref(PackStatus pack) {
    return new PackRef(pack.id(), pack.version(), pack.hash());
  }
}
