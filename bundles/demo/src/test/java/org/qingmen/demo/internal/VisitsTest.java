package org.qingmen.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.spi.intake.ObjectStore;

class VisitsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @TempDir Path folder;

  private final Province province = Province.read();
  private final Calendar calendar = Calendar.endingYesterday(TODAY);

  private List<Visits.Reported> month() throws Exception {
    Pictures pictures = new Pictures(new Folder(folder));
    List<Visits.Reported> month = new ArrayList<>();
    for (int i = 0; i < province.works().size(); i++) {
      Visits visits =
          new Visits(
              province.works().get(i),
              RegistryPart.code(province, i),
              calendar,
              new Trucks(province, i).make(),
              pictures);
      for (LocalDate day : calendar.days()) {
        month.addAll(visits.of(day, province.seed()));
      }
    }
    return month;
  }

  @Test
  void aMonthUpToYesterdayHasTensOfThousandsOfPassagesEachWithItsOwnSerial() throws Exception {
    List<Visits.Reported> month = month();
    assertThat(month).hasSizeBetween(20_000, 60_000);
    Set<String> serials = new HashSet<>();
    month.forEach(
        r -> serials.add(r.passage().path("enterprise") + "|" + r.passage().path("serial")));
    assertThat(serials).hasSameSizeAs(month);
    assertThat(calendar.days().get(Calendar.DAYS - 1)).isEqualTo(TODAY.minusDays(1));
  }

  @Test
  void theSameSeedGivesTheSameMonth() throws Exception {
    assertThat(month()).isEqualTo(month());
  }

  @Test
  void everyPassageFollowsTheSchema() throws Exception {
    SchemaCheck schema = SchemaCheck.of("passage");
    List<Visits.Reported> month = month();
    for (int i = 0; i < month.size(); i += 17) {
      assertThat(schema.faults(month.get(i).passage())).isEmpty();
    }
  }

  @Test
  void duringTheAlertOldTrucksAreRareButNotGone() throws Exception {
    Map<Boolean, List<Visits.Reported>> byAlert =
        month().stream().collect(Collectors.partitioningBy(r -> calendar.alert(r.time())));
    double before = old(byAlert.get(false));
    double during = old(byAlert.get(true));
    assertThat(during).isGreaterThan(0).isLessThan(before / 2);
  }

  @Test
  void moreTrucksComeByDaylightThanAtNight() throws Exception {
    Map<Boolean, Long> byDay =
        month().stream()
            .collect(
                Collectors.partitioningBy(
                    r -> r.time().getHour() >= 7 && r.time().getHour() < 19,
                    Collectors.counting()));
    assertThat(byDay.get(true)).isGreaterThan(2 * byDay.get(false));
  }

  private static double old(List<Visits.Reported> passages) {
    long old =
        passages.stream()
            .filter(r -> "34".contains(r.passage().at("/vehicle/stage").asText()))
            .count();
    return old / (double) passages.size();
  }

  /** Objects in a folder, for the drawn pictures. */
  private record Folder(Path path, Map<String, byte[]> kept) implements ObjectStore {

    Folder(Path path) {
      this(path, new ConcurrentHashMap<>());
    }

    @Override
    public String put(byte[] content) throws java.io.IOException {
      String hash = "%064x".formatted(java.util.Arrays.hashCode(content) & 0xffffffffL);
      Files.write(path.resolve(hash), content);
      kept.put(hash, content);
      return hash;
    }

    @Override
    public Optional<byte[]> get(String sha256) {
      return Optional.ofNullable(kept.get(sha256));
    }
  }
}
