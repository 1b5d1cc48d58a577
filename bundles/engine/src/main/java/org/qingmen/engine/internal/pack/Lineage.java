package org.qingmen.engine.internal.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qingmen.spi.pack.PackDescriptor;

/**
 * A pack with everything it extends: the widest base first, the pack itself last. What a layer says
 * under the name of an earlier one takes its place.
 *
 * @param layers the layers; never empty
 */
public record Lineage(List<RulePack> layers) {

  /** Most layers; nation, common part, industry, province, city and enterprise need six. */
  public static final int MOST_LAYERS = 8;

  public Lineage {
    layers = List.copyOf(layers);
  }

  /** A pack that extends nothing. */
  public static Lineage of(RulePack pack) {
    return new Lineage(List.of(pack));
  }

  /** The same with one more pack that extends it. */
  public Lineage and(RulePack pack) {
    List<RulePack> more = new ArrayList<>(layers);
    more.add(pack);
    return new Lineage(more);
  }

  /** The pack that extends all others. */
  public RulePack pack() {
    return layers.get(layers.size() - 1);
  }

  /** What it extends, the widest first. */
  public List<RulePack> bases() {
    return layers.subList(0, layers.size() - 1);
  }

  /** What it extends directly, with everything that extends; empty when it extends nothing. */
  public Optional<Lineage> base() {
    return bases().isEmpty() ? Optional.empty() : Optional.of(new Lineage(bases()));
  }

  /** Content hashes of all layers: what must be known to make the same decisions again. */
  public List<String> hashes() {
    return layers.stream().map(layer -> layer.files().hash()).toList();
  }

  /** Rule files that count: in those of the bases, replaced rules are blanked out. */
  public List<Drl> sources() {
    List<Drl> sources = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = layers.size() - 1; i >= 0; i--) {
      List<Drl> ofLayer = new ArrayList<>();
      for (Drl drl : layers.get(i).rules()) {
        ofLayer.add(drl.without(taken));
      }
      layers.get(i).rules().forEach(drl -> drl.rules().forEach(rule -> taken.add(rule.key())));
      sources.addAll(0, ofLayer);
    }
    return sources;
  }

  /** Rules that count, in their order: those of the widest base first. */
  public List<RuleMeta> rules() {
    List<RuleMeta> rules = new ArrayList<>();
    for (Drl drl : sources()) {
      drl.rules().forEach(rule -> rules.add(rule.at(rules.size())));
    }
    return rules;
  }

  /** The layer with this id. */
  public Optional<RulePack> layer(String id) {
    return layers.stream().filter(layer -> layer.descriptor().id().equals(id)).findFirst();
  }

  /** Adds what is wrong with the way the pack extends others. */
  public void check(Problems problems) {
    PackDescriptor own = pack().descriptor();
    int line = line();
    if (layers.size() > MOST_LAYERS) {
      problems.add("pack.yaml", line, "base-depth", path(), MOST_LAYERS);
    }
    for (RulePack base : bases()) {
      PackDescriptor wider = base.descriptor();
      if (wider.id().equals(own.id())) {
        problems.add("pack.yaml", line, "base-circle", path());
        return;
      }
      if (wider.kind() != own.kind()) {
        problems.add("pack.yaml", line, "base-kind", wider.id(), wider.kind(), own.kind());
      }
      if (!wider.region().contains(own.region())
          || !(wider.enterprises().isEmpty()
              || (!own.enterprises().isEmpty()
                  && wider.enterprises().containsAll(own.enterprises())))) {
        problems.add("pack.yaml", line, "base-region", wider.id(), wider.region(), own.region());
      }
    }
  }

  /** Line of {@code extends} in {@code pack.yaml}. */
  private int line() {
    return PackReader.lineOf(pack().files(), "extends:");
  }

  private String path() {
    return String.join(" -> ", layers.stream().map(layer -> layer.descriptor().id()).toList());
  }
}
