package org.qingmen.demo.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.qingmen.security.Principal;
import org.qingmen.spi.intake.NativeRecord;
import org.qingmen.spi.intake.PassageAnswer;

/** One load of the province, from wherever the last one stopped. */
final class Loading {

  static final Principal ACTOR = Principal.server("demo");

  private static final int AT_ONCE = 300;

  /** The works that keeps under a cap. */
  private static final int CAPPED = 5;

  private static final int REGISTRIES_DONE = 5;

  private final Services services;
  private final Province province;
  private final Progress progress;
  private final BooleanSupplier stopped;
  private final List<List<Truck>> trucks;
  private long loaded;

  Loading(Services services, Province province, Progress progress, BooleanSupplier stopped) {
    this.services = services;
    this.province = province;
    this.progress = progress;
    this.stopped = stopped;
    this.trucks =
        IntStream.range(0, province.works().size())
            .mapToObj(works -> new Trucks(province, works).make())
            .toList();
  }

  /** Whether everything was loaded before. */
  boolean done() {
    return progress.state().filter(state -> state.next() == null).isPresent();
  }

  /**
   * Loads what is missing; what is there already is a duplicate and counts once.
   *
   * @return passages handed in
   */
  long run(LocalDate today) throws IOException {
    Progress.State state =
        progress
            .state()
            .orElseGet(
                () -> {
                  LocalDate first = Calendar.endingYesterday(today).first();
                  return new Progress.State(first, first);
                });
    Calendar calendar = new Calendar(state.first());
    lists(calendar, state);
    Pictures pictures = new Pictures(services.objects);
    List<LocalDate> days = calendar.days();
    for (LocalDate day : days) {
      if (stopped.getAsBoolean()) {
        return loaded;
      }
      if (!day.isBefore(state.next())) {
        day(calendar, day, pictures);
        progress.save(new Progress.State(state.first(), day.plusDays(1)));
      }
      int done = days.indexOf(day) + 1;
      int percent = REGISTRIES_DONE + done * (100 - REGISTRIES_DONE) / days.size();
      progress.show(percent, "%s, %d passages".formatted(day, loaded));
    }
    new SuspicionPart(services, stopped).load();
    InspectionPart inspections = new InspectionPart(province, calendar, ACTOR.source());
    inspections.videos(services.videos);
    inspections.inspection(services.verifications);
    inspections.acceptance(services.acceptances);
    progress.save(new Progress.State(state.first(), null));
    return loaded;
  }

  private void lists(Calendar calendar, Progress.State state) throws IOException {
    progress.show(1, "accounts, registries, lists");
    if (state.next().equals(state.first())) {
      progress.save(state);
      new RegistryPart(province).load(services.registry, ACTOR.name(), trucks);
      new StagePart().load(services.registry, ACTOR.name(), trucks);
      services.registry.putAll(new QueryPart(province, ACTOR.name()).drafts(), ACTOR.name());
      PaperPart papers = new PaperPart(province, LocalDate.now(Calendar.ZONE));
      papers.divisions(services.divisions, ACTOR.name());
      services.registry.putAll(papers.entries(services.files, trucks, ACTOR.name()), ACTOR.name());
    }
    new AccountPart(services.accounts, province).load(ACTOR);
    SupervisionPart supervision = new SupervisionPart(province, calendar, ACTOR.name());
    supervision.episode(services.episodes);
    supervision.policy(services.policies);
    supervision.violators(services.violators, trucks);
    supervision.cap(
        services.policies, RegistryPart.code(province, CAPPED), trucks.get(CAPPED).get(0));
    supervision.machines(services.policies);
    supervision.acknowledgements(
        services.deliveries,
        IntStream.range(0, 3).mapToObj(i -> RegistryPart.code(province, i)).toList());
  }

  private void day(Calendar calendar, LocalDate day, Pictures pictures) {
    List<Visits.Reported> reported = new ArrayList<>();
    LedgerPart ledgers = new LedgerPart(services.ledgers, ACTOR.source());
    for (int i = 0; i < province.works().size(); i++) {
      Province.Works works = province.works().get(i);
      String code = RegistryPart.code(province, i);
      Visits visits = new Visits(works, code, calendar, trucks.get(i), pictures);
      List<Visits.Reported> own = visits.of(day, province.seed());
      reported.addAll(own);
      ledgers.load(works, code, day, province.seed(), own);
    }
    new HeartbeatPart(services.journal, province).load(day);
    reported.sort(Comparator.comparing(Visits.Reported::time));
    for (int i = 0; i < reported.size(); i += AT_ONCE) {
      List<Visits.Reported> some = reported.subList(i, Math.min(i + AT_ONCE, reported.size()));
      // A truck is weighed before it reaches the gate.
      ledgers.weigh(some);
      submit(some);
    }
  }

  private void submit(List<Visits.Reported> reported) {
    List<NativeRecord> records =
        reported.stream()
            .map(r -> r.passage().toString().getBytes(StandardCharsets.UTF_8))
            .map(json -> new NativeRecord(json, json, ACTOR.source(), null, ""))
            .toList();
    for (PassageAnswer answer : services.passages.submit(records)) {
      if (answer.status() == PassageAnswer.Status.REJECTED) {
        throw new IllegalStateException(
            "the demonstration's own record "
                + answer.serial()
                + " is rejected: "
                + answer.errors());
      }
    }
    loaded += records.size();
  }
}
