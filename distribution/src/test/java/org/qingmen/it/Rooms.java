package org.qingmen.it;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rooms of the house as they lie in the archive, and who may know whom. */
final class Rooms {

  private static final String ROOT = "org.qingmen.";

  /** Which rooms a room may know; itself always, the others only by what they export. */
  static final Map<String, Set<String>> MAY_KNOW =
      Map.ofEntries(
          Map.entry("model", Set.of()),
          Map.entry("spi", Set.of("model")),
          // Office reads the workbooks in which decision tables come.
          Map.entry("engine", Set.of("model", "spi", "office")),
          Map.entry("store", Set.of("model", "spi")),
          Map.entry("intake", Set.of("model", "spi", "engine", "store")),
          Map.entry("office", Set.of()),
          Map.entry("supervision", Set.of("model", "spi", "engine", "store", "office")),
          Map.entry("grading", Set.of("model", "spi", "engine", "store")),
          Map.entry("impact", Set.of("model", "spi", "engine", "store", "intake", "grading")),
          Map.entry("camelhost", Set.of("model", "spi")),
          Map.entry("connectors", Set.of("model", "spi")),
          Map.entry("security", Set.of("model", "spi", "store")),
          Map.entry("console", Set.of()),
          // The guard of dropped routes is asked offline too, so that there is only one.
          Map.entry("cli", Set.of("model", "spi", "engine", "office", "connectors", "camelhost")),
          // Plays devices with encoders of its own, never with what it is to test.
          Map.entry("simulate", Set.of()),
          Map.entry("bench", services()),
          Map.entry("api", services()),
          Map.entry("shell", services()),
          Map.entry("demo", services()));

  private Rooms() {}

  private static Set<String> services() {
    return Set.of(
        "model",
        "spi",
        "engine",
        "store",
        "intake",
        "office",
        "supervision",
        "grading",
        "impact",
        "security",
        "camelhost");
  }

  /** The room of a class, or an empty text when it is none of ours. */
  static String of(JavaClass type) {
    return of(type.getPackageName());
  }

  static String of(String packageName) {
    if (!packageName.startsWith(ROOT) || packageName.startsWith(ROOT + "lib.")) {
      return "";
    }
    return packageName.substring(ROOT.length()).split("\\.")[0];
  }

  /** True for a class that its room keeps to itself. */
  static boolean isInternal(JavaClass type) {
    return (type.getPackageName() + ".").contains(".internal.");
  }

  /** All classes of ours in the archive. */
  static JavaClasses classes() {
    return new ClassFileImporter()
        .importLocations(
            bundles().stream().map(Path::toUri).map(Location::of).collect(Collectors.toSet()));
  }

  /** Our bundles in the archive, and the programs beside it; wrapped libraries aside. */
  static List<Path> bundles() {
    Path repository = Archive.file().resolveSibling("assembly/system/org/qingmen");
    return Stream.of(repository, Path.of(System.getProperty("qingmen.tools")))
        .flatMap(folder -> jarsIn(folder).stream())
        .toList();
  }

  private static List<Path> jarsIn(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .filter(file -> file.getFileName().toString().startsWith(ROOT))
          .filter(file -> !file.getFileName().toString().startsWith(ROOT + "lib."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of the packages that a bundle exports. */
  static Set<String> exported(Path bundle) {
    try (JarFile jar = new JarFile(bundle.toFile())) {
      String header = jar.getManifest().getMainAttributes().getValue("Export-Package");
      return header == null ? Set.of() : ManifestClauses.names(header);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
