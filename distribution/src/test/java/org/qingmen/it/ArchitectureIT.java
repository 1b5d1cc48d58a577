package org.qingmen.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The walls of the house, checked on the classes that lie in the archive. */
class ArchitectureIT {

  private static JavaClasses classes;

  @BeforeAll
  static void readTheArchive() {
    classes = Rooms.classes();
  }

  @Test
  void everyRoomOfTheArchiveHasARowInTheTable() {
    assertThat(classes.stream().map(Rooms::of).filter(room -> !room.isEmpty()).distinct())
        .isNotEmpty()
        .isSubsetOf(Rooms.MAY_KNOW.keySet());
  }

  @Test
  void aRoomKnowsOnlyTheRoomsOfItsRow() {
    List<String> broken =
        dependencies()
            .filter(one -> !Rooms.of(one.getTargetClass()).isEmpty())
            .filter(one -> !sameRoom(one))
            .filter(
                one ->
                    !Rooms.MAY_KNOW
                        .getOrDefault(Rooms.of(one.getOriginClass()), Set.of())
                        .contains(Rooms.of(one.getTargetClass())))
            .map(Dependency::getDescription)
            .toList();

    assertThat(broken).isEmpty();
  }

  @Test
  void nobodyReachesIntoTheInsideOfAnotherBundle() {
    List<String> broken =
        dependencies()
            .filter(one -> Rooms.isInternal(one.getTargetClass()))
            .filter(one -> !sameRoom(one))
            .map(Dependency::getDescription)
            .toList();

    assertThat(broken).isEmpty();
  }

  @Test
  void connectorsDoNotKnowEachOther() {
    slices()
        .matching("org.qingmen.connectors.(*)..")
        .should()
        .notDependOnEachOther()
        .allowEmptyShould(true)
        .check(classes);
  }

  @Test
  void thereAreNoCircles() {
    slices().matching("org.qingmen.(*)..").should().beFreeOfCycles().check(classes);
  }

  @ParameterizedTest(name = "only {0} sees {1}")
  @CsvSource({
    "engine, org.drools..",
    "engine, org.kie..",
    "engine, org.bouncycastle..",
    "store, jakarta.persistence..",
    "store, org.eclipse.persistence..",
    "store, java.sql..",
    "store, javax.sql..",
    "store, liquibase..",
    "store, com.zaxxer..",
    "intake, org.apache.activemq.."
  })
  void aLibraryBelongsToOneRoom(String room, String library) {
    noClasses()
        .that(areOutside(Set.of(room, "bench"))) // its peers are other programs on purpose
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(classes);
  }

  @Test
  void onlyTheRouteHostAndConnectorsSeeCamel() {
    noClasses()
        .that(areOutside(Set.of("camelhost", "connectors")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.camel..")
        .check(classes);
  }

  @Test
  void whatIsExportedIsExplainedAndNeverInternal() throws Exception {
    for (Path bundle : Rooms.bundles()) {
      try (JarFile jar = new JarFile(bundle.toFile())) {
        for (String name : Rooms.exported(bundle)) {
          assertThat(name).as("exported by %s", bundle.getFileName()).doesNotContain("internal");
          assertThat(jar.getEntry(name.replace('.', '/') + "/package-info.class"))
              .as("package-info of %s in %s", name, bundle.getFileName())
              .isNotNull();
        }
      }
    }
  }

  private static Stream<Dependency> dependencies() {
    return classes.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
  }

  /** Connectors share a root package, but each is a bundle of its own. */
  private static boolean sameRoom(Dependency one) {
    return Rooms.of(one.getOriginClass()).equals(Rooms.of(one.getTargetClass()));
  }

  private static DescribedPredicate<JavaClass> areOutside(Set<String> rooms) {
    return DescribedPredicate.describe(
        "are outside " + rooms, type -> !rooms.contains(Rooms.of(type)));
  }
}
