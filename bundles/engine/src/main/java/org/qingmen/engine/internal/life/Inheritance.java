package org.qingmen.engine.internal.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.qingmen.engine.PackContent.ParameterOrigin;
import org.qingmen.engine.PackContent.Replaced;
import org.qingmen.engine.PackRef;
import org.qingmen.engine.internal.pack.Lineage;
import org.qingmen.engine.internal.pack.RuleMeta;
import org.qingmen.engine.internal.pack.RulePack;
import org.qingmen.spi.pack.Parameter;

/** Which layer of a pack gave what, and what it replaced. */
final class Inheritance {

  private final List<RulePack> layers;

  Inheritance(Lineage lineage) {
    this.layers = lineage.layers();
  }

  /** Where a parameter that holds came from: the closest layer that names it. */
  ParameterOrigin of(Parameter parameter) {
    int own = closest(parameter.name());
    List<Replaced> replaced = new ArrayList<>();
    for (int i = own - 1; i >= 0; i--) {
      for (Parameter wider : layers.get(i).parameters()) {
        if (sameSeries(wider, parameter) && sameTime(wider, parameter)) {
          replaced.add(new Replaced(wider, layers.get(i).ref()));
        }
      }
    }
    return new ParameterOrigin(parameter, layers.get(own).ref(), replaced);
  }

  /** What a wider layer gave for a grade of which the closer one, naming it, says nothing. */
  List<ParameterOrigin> hidden() {
    List<ParameterOrigin> hidden = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      for (Parameter wider : layers.get(i).parameters()) {
        int closest = closest(wider.name());
        boolean said =
            layers.get(closest).parameters().stream().anyMatch(own -> sameSeries(own, wider));
        if (closest > i && !said) {
          hidden.add(new ParameterOrigin(wider, layers.get(i).ref(), List.of()));
        }
      }
    }
    return hidden;
  }

  /** The layer whose rule of the same name a rule replaced. */
  static Optional<PackRef> replaced(Lineage lineage, RuleMeta rule) {
    PackRef found = null;
    for (RulePack layer : lineage.layers()) {
      if (layer.descriptor().id().equals(rule.pack())) {
        return Optional.ofNullable(found);
      }
      boolean same =
          layer.rules().stream()
              .flatMap(file -> file.rules().stream())
              .anyMatch(other -> other.key().equals(rule.key()));
      found = same ? layer.ref() : found;
    }
    return Optional.empty();
  }

  private int closest(String name) {
    for (int i = layers.size() - 1; i > 0; i--) {
      if (layers.get(i).parameters().stream().anyMatch(one -> one.name().equals(name))) {
        return i;
      }
    }
    return 0;
  }

  private static boolean sameSeries(Parameter one, Parameter other) {
    return one.name().equals(other.name()) && Objects.equals(one.grade(), other.grade());
  }

  private static boolean sameTime(Parameter one, Parameter other) {
    return (one.to() == null || !other.from().isAfter(one.to()))
        && (other.to() == null || !one.from().isAfter(other.to()));
  }
}
