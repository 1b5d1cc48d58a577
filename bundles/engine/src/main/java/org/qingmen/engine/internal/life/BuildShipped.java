package org.qingmen.engine.internal.life;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.qingmen.engine.internal.compile.CompiledStore;
import org.qingmen.engine.internal.compile.MemoryStore;
import org.qingmen.engine.internal.pack.Bases;
import org.qingmen.engine.internal.pack.FolderReader;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.pack.RuleMeta;
import org.qingmen.engine.internal.pack.RulePack;
import org.qingmen.spi.pack.PackProblem;

/**
 * Compiles the shipped packs while the product is built, and fails the build when one of them or
 * one of its cases is not good. A base comes before the packs that extend it.
 */
public final class BuildShipped {

  private final Map<String, RulePack> bases = new LinkedHashMap<>();

  private final PackBuilder builder = new PackBuilder(new Once());

  private final Set<String> spoke = new HashSet<>();
  private final Set<String> silent = new TreeSet<>();
  private CompiledStore place = CompiledStore.NONE;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private BuildShipped() {}

  /**
   * Arguments: the folder of the packs, then the packs. Writes {@code target/compiled/*.jar} into
   * each pack's folder.
   */
  public static void main(String[] arguments) throws IOException {
    BuildShipped build = new BuildShipped();
    Path rules = Path.of(arguments[0]);
    for (String id : List.of(arguments).subList(1, arguments.length)) {
      if (!build.build(rules.resolve(id))) {
        throw new IllegalStateException("rule pack " + id + " is not good, see above");
      }
    }
    if (!build.silent.isEmpty()) {
      throw new IllegalStateException("no case makes these rules fire: " + build.silent);
    }
  }

  private boolean build(Path folder) throws IOException {
    Problems problems = new Problems();
    PackFiles files = FolderReader.read(folder, problems);
    Path target = folder.resolve("target/classes/compiled");
    Files.createDirectories(target);
    try (var old = Files.newDirectoryStream(target)) {
      for (Path file : old) {
        Files.delete(file);
      }
    }
    place = new FileCompiledStore(target);
    Optional<PackBuilder.Built> built =
        builder.build(files, Bases.among(id -> Optional.ofNullable(bases.get(id))), true, problems);
    for (PackProblem problem : problems.all()) {
      out.println(folder.getFileName() + "/" + problem.file() + ":" + problem.line());
      out.println("  " + problem.message().zh() + "\n  " + problem.message().en());
    }
    built.ifPresent(this::note);
    built.ifPresent(done -> bases.put(done.pack().ref().id(), done.pack().pack()));
    return built.isPresent();
  }

  /** A rule of a base has its case in a pack that extends it. */
  private void note(PackBuilder.Built built) {
    for (RuleMeta rule : built.pack().rulesInOrder()) {
      if (!built.cases().casesOf(rule.name()).isEmpty()) {
        spoke.add(rule.key());
      }
      silent.add(rule.key());
    }
    silent.removeAll(spoke);
  }

  /** Rules that several packs share are kept with the first of them only; a base comes first. */
  private final class Once implements CompiledStore {

    private final MemoryStore compiled = new MemoryStore();

    @Override
    public Optional<byte[]> find(String key) {
      return compiled.find(key);
    }

    @Override
    public void keep(String key, byte[] rules) {
      compiled.keep(key, rules);
      place.keep(key, rules);
    }
  }
}
