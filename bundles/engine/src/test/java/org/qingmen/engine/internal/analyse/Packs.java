package org.qingmen.engine.internal.analyse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.life.PackBuilder;
import org.qingmen.engine.internal.pack.FolderReader;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.pack.RulePack;

/** Packs for tests: the shipped ones, and changed copies of them. */
public final class Packs {

  private static final Path SHIPPED = Path.of("../../rules");

  private Packs() {}

  /** Folders of the shipped packs. */
  public static List<Path> shipped() {
    try (Stream<Path> folders = Files.list(SHIPPED)) {
      return folders.filter(one -> Files.exists(one.resolve("pack.yaml"))).sorted().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A pack compiled, without its cases being run. */
  public static CompiledPack compiled(Path folder) {
    PackBuilder builder = new PackBuilder();
    Map<String, RulePack> library = new HashMap<>();
    for (Path one : shipped()) {
      builder
          .read(FolderReader.read(one, new Problems()), new Problems())
          .ifPresent(pack -> library.put(pack.descriptor().id(), pack));
    }
    Problems problems = new Problems();
    return builder
        .build(
            FolderReader.read(folder, problems),
            org.qingmen.engine.internal.pack.Bases.among(
                id -> Optional.ofNullable(library.get(id))),
            false,
            problems)
        .orElseThrow(() -> new AssertionError(problems.all().toString()))
        .pack();
  }
}
