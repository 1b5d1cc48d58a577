package org.qingmen.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.qingmen.engine.internal.compare.Differences;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.compile.MemoryStore;
import org.qingmen.engine.internal.cover.Opened;
import org.qingmen.engine.internal.decide.BudgetExceeded;
import org.qingmen.engine.internal.decide.PackDecider;
import org.qingmen.engine.internal.decide.PackJudge;
import org.qingmen.engine.internal.decide.PacksInService;
import org.qingmen.engine.internal.decide.Snapshot;
import org.qingmen.engine.internal.life.Contents;
import org.qingmen.engine.internal.life.PackBuilder;
import org.qingmen.engine.internal.life.PackLibrary;
import org.qingmen.engine.internal.pack.ArchiveReader;
import org.qingmen.engine.internal.pack.Bases;
import org.qingmen.engine.internal.pack.FolderReader;
import org.qingmen.engine.internal.pack.Origin;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.pack.RulePack;
import org.qingmen.engine.internal.table.TableRules;
import org.qingmen.engine.internal.table.Tables;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackProblem;

/**
 * Rule packs without a container, for authors and tests: reads packs from folders, zips or jars,
 * checks them, runs their cases, decides by them. Signatures are not asked for here.
 */
public final class RulesWorkbench implements AutoCloseable {

  private final PackBuilder builder;
  private final PackLibrary library;
  private final Map<String, CompiledPack> loaded = new LinkedHashMap<>();

  /** Compiles everything each time. */
  public RulesWorkbench() {
    this(new PackBuilder());
  }

  private RulesWorkbench(PackBuilder builder) {
    this.builder = builder;
    this.library = new PackLibrary(builder, path -> files(path, new Problems()));
  }

  /** Keeps what it compiled as long as it lives, so that only what changed is compiled again. */
  public static RulesWorkbench remembering() {
    return new RulesWorkbench(new PackBuilder(new MemoryStore()));
  }

  /**
   * What became of a pack.
   *
   * @param descriptor what {@code pack.yaml} says; null when it cannot be read
   * @param hash content hash
   * @param problems what is wrong; empty when the pack is good
   * @param cases number of cases that ran and passed
   * @param content what it holds; null when it does not compile
   */
  public record Report(
      PackDescriptor descriptor,
      String hash,
      List<PackProblem> problems,
      int cases,
      PackContent content) {

    /** Whether nothing is wrong. */
    public boolean good() {
      return problems.isEmpty();
    }
  }

  /**
   * Adds packs that others may extend: a pack, or a folder of packs. What is no pack is left out.
   *
   * @return this
   */
  public RulesWorkbench withLibrary(Path packOrFolder) {
    library.add(packOrFolder);
    return this;
  }

  /** Reads, compiles and tests a pack. */
  public Report test(Path pack) {
    return report(pack, true);
  }

  /** Reads and compiles a pack without running its cases. */
  public Report check(Path pack) {
    return report(pack, false);
  }

  /**
   * Opens a pack to look into it; its cases are not run yet.
   *
   * @param problems is told what is wrong
   * @return empty when it does not compile
   */
  public Optional<OpenPack> open(Path pack, Consumer<PackProblem> problems) {
    return open(pack, problems, false);
  }

  /** The same together with the packs of the library that extend it, whose cases are its too. */
  public Optional<OpenPack> openWithExtending(Path pack, Consumer<PackProblem> problems) {
    return open(pack, problems, true);
  }

  private Optional<OpenPack> open(Path path, Consumer<PackProblem> problems, boolean extending) {
    Problems found = new Problems();
    PackFiles files = files(path, found);
    Optional<CompiledPack> pack = found.none() ? compiled(files, found) : Optional.empty();
    found.all().forEach(problems);
    return pack.map(one -> new Opened(one, extending ? extending(one) : List.of()));
  }

  private Optional<CompiledPack> compiled(PackFiles files, Problems problems) {
    return builder
        .build(files, Bases.among(this::base), false, problems)
        .map(PackBuilder.Built::pack);
  }

  private List<CompiledPack> extending(CompiledPack base) {
    List<CompiledPack> extending = new ArrayList<>();
    for (RulePack one : library.extending(base.descriptor().id())) {
      compiled(one.files(), new Problems()).ifPresent(extending::add);
    }
    return extending;
  }

  /**
   * A line of the rules that a decision table becomes.
   *
   * @param cell file, sheet and cell it comes from
   * @param text the line
   */
  public record TableLine(String cell, String text) {}

  /**
   * The decision tables of a pack in the language of rules, each line with its cell.
   *
   * @param problems is told what is wrong with them
   */
  public List<TableLine> tables(Path pack, Consumer<PackProblem> problems) {
    Problems found = new Problems();
    PackFiles files = files(pack, found);
    List<TableLine> lines = new ArrayList<>();
    builder
        .descriptor(files)
        .ifPresent(
            descriptor -> {
              for (TableRules table : Tables.read(files, descriptor, found)) {
                Origin origin = Origin.cells(table.path(), table.cells());
                List<String> texts = table.text().lines().toList();
                for (int i = 0; i < texts.size(); i++) {
                  lines.add(new TableLine(origin.at(i + 1).file(), texts.get(i)));
                }
              }
            });
    found.all().forEach(problems);
    return lines;
  }

  /** A pack as a zip whose bytes depend on nothing but its files. */
  public byte[] zip(Path pack) {
    return files(pack, new Problems()).zip();
  }

  /**
   * What differs between two packs, as JSON; neither is compiled.
   *
   * @throws IllegalArgumentException when one of them cannot be read, with the reason
   */
  public String difference(Path before, Path after) {
    RulePack earlier = written(before);
    RulePack later = written(after);
    return PackDifferenceJson.write(
        earlier.ref(), later.ref(), Differences.between(earlier, later));
  }

  private RulePack written(Path pack) {
    Problems problems = new Problems();
    Optional<RulePack> read = builder.read(files(pack, problems), problems);
    if (!problems.none()) {
      throw new IllegalArgumentException(pack + ": " + problems.all().get(0).message().en());
    }
    return read.orElseThrow();
  }

  private Report report(Path pack, boolean cases) {
    Problems problems = new Problems();
    PackFiles files = files(pack, problems);
    Optional<PackBuilder.Built> built =
        problems.none()
            ? builder.build(files, Bases.among(this::base), cases, problems)
            : Optional.empty();
    PackDescriptor descriptor = builder.descriptor(files).orElse(null);
    PackContent content = null;
    int passed = 0;
    if (built.isPresent()) {
      content = Contents.of(built.get().pack(), built.get().cases()::casesOf);
      passed = built.get().cases().passed();
      built.get().pack().close();
    }
    return new Report(descriptor, files.hash(), problems.all(), passed, content);
  }

  /**
   * Loads packs and decides by them.
   *
   * @throws PackException with the first problem of the first pack that is not good
   */
  public Decider decider(Path... packs) {
    for (Path pack : packs) {
      load(pack);
    }
    return new PackDecider(new Loaded());
  }

  /**
   * Loads packs and judges by them.
   *
   * @throws PackException with the first problem of the first pack that is not good
   */
  public Judge judge(Path... packs) {
    for (Path pack : packs) {
      load(pack);
    }
    return new PackJudge(new Loaded());
  }

  private void load(Path path) {
    Problems problems = new Problems();
    PackFiles files = files(path, problems);
    Optional<PackBuilder.Built> built =
        builder.build(files, Bases.among(this::base), true, problems);
    if (built.isEmpty()) {
      PackProblem first = problems.all().get(0);
      throw new PackException(first.code(), first.message());
    }
    loaded.put(built.get().pack().ref().hash(), built.get().pack());
  }

  private Optional<RulePack> base(String id) {
    return library.find(id);
  }

  /** Reads a folder or archive. */
  static PackFiles files(Path path, Problems problems) {
    if (Files.isDirectory(path)) {
      return FolderReader.read(path, problems);
    }
    try {
      return ArchiveReader.read(Files.readAllBytes(path), problems);
    } catch (IOException e) {
      problems.add(null, 0, "unreadable-folder", path, String.valueOf(e.getMessage()));
      return new PackFiles(new java.util.TreeMap<>());
    }
  }

  @Override
  public void close() {
    List<CompiledPack> all = new ArrayList<>(loaded.values());
    loaded.clear();
    all.forEach(CompiledPack::close);
  }

  /** The loaded packs, all in service. */
  private final class Loaded implements PacksInService {

    private volatile Snapshot snapshot = new Snapshot(loaded.values());

    @Override
    public Snapshot snapshot() {
      return snapshot;
    }

    @Override
    public Optional<CompiledPack> entered(String hash) {
      return Optional.ofNullable(loaded.get(hash)).filter(CompiledPack::enter);
    }

    @Override
    public Optional<CompiledPack> entered(String hash, List<String> before) {
      return entered(hash);
    }

    @Override
    public void quarantine(BudgetExceeded failure) {
      loaded.remove(failure.pack().ref().hash());
      snapshot = new Snapshot(loaded.values());
    }
  }
}
