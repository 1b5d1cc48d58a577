package org.qingmen.supervision.stages.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.model.EmissionStage;
import org.qingmen.store.DocumentCache;
import org.qingmen.store.Registry;
import org.qingmen.supervision.stages.StageQuestion;

/** Vehicles and machines whose stage is known, in memory, by number, plate and model. */
@Component(service = KnownStages.class)
public final class KnownStages {

  /** Kind of documents that keep a determined stage. */
  static final String KIND = "stage";

  /** Vehicles of one model with the same stage on the same kind of evidence. */
  record OfModel(EmissionStage stage, String rests, int count, LocalDate asOf) {

    private OfModel with(KnownUnit one) {
      LocalDate latest = asOf.isAfter(one.asOf()) ? asOf : one.asOf();
      return new OfModel(stage, rests, count + 1, latest);
    }

    private OfModel without() {
      return count == 1 ? null : new OfModel(stage, rests, count - 1, asOf);
    }
  }

  private record Group(EmissionStage stage, String rests) {}

  private final Map<String, KnownUnit> byVin = new ConcurrentHashMap<>();
  private final Map<String, KnownUnit> byPlate = new ConcurrentHashMap<>();
  private final Map<String, Map<Group, OfModel>> byModel = new ConcurrentHashMap<>();
  private final DocumentCache<KnownUnit> vehicles;
  private final DocumentCache<KnownUnit> kept;

  /** Wired by the container. */
  @Activate
  public KnownStages(@Reference Registry registry) {
    vehicles = new DocumentCache<>(registry, "vehicle", KnownUnit::vehicle, this::index);
    kept = new DocumentCache<>(registry, KIND, KnownUnit::kept);
  }

  @Deactivate
  void close() {
    vehicles.close();
    kept.close();
  }

  /** Whether the registers have been read. */
  boolean loaded() {
    return vehicles.loaded() && kept.loaded();
  }

  /** The registered road vehicle that is asked for, by VIN, else by plate. */
  Optional<KnownUnit> vehicle(StageQuestion asked) {
    if (asked.vin() != null) {
      return Optional.ofNullable(byVin.get(asked.vin()));
    }
    return Optional.ofNullable(asked.plate()).map(byPlate::get);
  }

  /** What was kept for a machine or in-plant vehicle under its codes. */
  Optional<KnownUnit> unit(StageQuestion asked) {
    return Stream.of(asked.machineCode(), asked.code(), asked.vin())
        .filter(Objects::nonNull)
        .map(number -> id(asked.unit(), number))
        .map(kept::get)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Known vehicles of a model, by stage. */
  Collection<OfModel> ofModel(String model) {
    Map<Group, OfModel> groups = model == null ? null : byModel.get(model);
    return groups == null ? List.of() : groups.values();
  }

  /** Id under which a stage is kept. */
  static String id(StageQuestion.Unit unit, String number) {
    return switch (unit) {
      case ROAD -> "vehicle:" + number;
      case IN_PLANT -> "in-plant:" + number;
      case MACHINE -> "machine:" + number;
    };
  }

  private void index(KnownUnit before, KnownUnit after) {
    if (after != null) {
      byVin.put(after.number(), after);
      if (after.plate() != null) {
        byPlate.put(after.plate(), after);
      }
      count(after, true);
    }
    if (before != null) {
      count(before, false);
    }
    if (before != null && !before.equals(after)) {
      byVin.remove(before.number(), before);
      if (before.plate() != null) {
        byPlate.remove(before.plate(), before);
      }
    }
  }

  private void count(KnownUnit unit, boolean more) {
    if (unit.model() == null || unit.stage() == null) {
      return;
    }
    Map<Group, OfModel> groups =
        byModel.computeIfAbsent(unit.model(), model -> new ConcurrentHashMap<>());
    groups.compute(
        new Group(unit.stage(), unit.rests()),
        (group, now) -> {
          if (more) {
            return now == null
                ? new OfModel(unit.stage(), unit.rests(), 1, unit.asOf())
                : now.with(unit);
          }
          return now == null ? null : now.without();
        });
  }
}
