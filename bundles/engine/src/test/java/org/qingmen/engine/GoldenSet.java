package org.qingmen.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.qingmen.engine.internal.json.Hashes;

/**
 * Stored decisions and the packs that made them, kept as files: {@code format-N/packs/*.zip},
 * {@code format-N/documents/*.json} and the sums of all of them in {@code SHA256SUMS}.
 */
final class GoldenSet {

  private static final String SUMS = "SHA256SUMS";

  private final Path folder;

  GoldenSet(Path folder) {
    this.folder = folder;
  }

  /** Decides by all packs of the set. */
  Decider decider(RulesWorkbench workbench) throws IOException {
    List<Path> packs = files("packs/.*\\.zip");
    for (Path pack : packs) {
      workbench.withLibrary(pack);
    }
    return workbench.decider(packs.toArray(Path[]::new));
  }

  List<Path> documents() throws IOException {
    return files("documents/.*\\.json");
  }

  /** Names of its generations, oldest first. */
  List<String> generations() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory)
          .map(one -> one.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /** Sums of its files as they are. */
  Map<String, String> sums() throws IOException {
    Map<String, String> sums = new TreeMap<>();
    for (Path file : files(".*")) {
      sums.put(folder.relativize(file).toString(), Hashes.sha256(Files.readAllBytes(file)));
    }
    return sums;
  }

  /** Sums of its files when they were added, as {@code sha256sum} writes them. */
  Map<String, String> notedSums() throws IOException {
    Map<String, String> sums = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve(SUMS))) {
      sums.put(line.substring(66), line.substring(0, 64));
    }
    return sums;
  }

  /** Notes the sums of files that are new; those noted before stay as they are. */
  void noteSums() throws IOException {
    Map<String, String> noted = Files.exists(folder.resolve(SUMS)) ? notedSums() : new TreeMap<>();
    sums().forEach(noted::putIfAbsent);
    List<String> lines =
        noted.entrySet().stream().map(one -> one.getValue() + "  " + one.getKey()).toList();
    Files.write(folder.resolve(SUMS), lines);
  }

  private List<Path> files(String pattern) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> folder.relativize(file).toString().matches("format-[0-9]+/" + pattern))
          .sorted()
          .toList();
    }
  }
}
