package org.qingmen.engine.internal.life;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.pack.RulePack;

/** Folders of packs that others may extend; a pack is read when it is first asked for. */
public final class PackLibrary {

  private final Function<Path, PackFiles> files;
  private final PackBuilder builder;
  private final Set<Path> places = new LinkedHashSet<>();
  private final Map<String, RulePack> all = new LinkedHashMap<>();
  private final Map<String, Optional<RulePack>> read = new LinkedHashMap<>();

  /** Reads with these. */
  public PackLibrary(PackBuilder builder, Function<Path, PackFiles> files) {
    this.builder = builder;
    this.files = files;
  }

  /** Adds a pack, or a folder of packs; what is no pack is left out. */
  public void add(Path packOrFolder) {
    for (Path path : packsIn(packOrFolder)) {
      try {
        places.add(path.toRealPath());
        all.clear();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The pack with an id; the last one that was added where several have it. */
  public Optional<RulePack> find(String id) {
    return read.computeIfAbsent(id, this::search);
  }

  private Optional<RulePack> search(String id) {
    Optional<RulePack> found = Optional.empty();
    for (Path place : places) {
      PackFiles content = files.apply(place);
      String descriptor = String.valueOf(content.text("pack.yaml"));
      // Reading the text is cheap; reading the pack is not.
      if (descriptor.contains(id)) {
        Optional<RulePack> pack =
            builder.read(content, new Problems()).filter(one -> one.descriptor().id().equals(id));
        found = pack.isPresent() ? pack : found;
      }
    }
    return found;
  }

  /** All packs that extend one, directly or through others. */
  public List<RulePack> extending(String id) {
    if (all.isEmpty()) {
      for (Path place : places) {
        builder
            .read(files.apply(place), new Problems())
            .ifPresent(pack -> all.put(pack.descriptor().id(), pack));
      }
    }
    return all.values().stream().filter(pack -> rests(pack, id, all)).toList();
  }

  private static boolean rests(RulePack pack, String id, Map<String, RulePack> all) {
    Set<String> passed = new LinkedHashSet<>();
    RulePack at = pack;
    while (at != null && at.descriptor().base() != null && passed.add(at.descriptor().id())) {
      if (at.descriptor().base().equals(id)) {
        return true;
      }
      at = all.get(at.descriptor().base());
    }
    return false;
  }

  private static List<Path> packsIn(Path path) {
    if (!Files.isDirectory(path) || Files.exists(path.resolve("pack.yaml"))) {
      return List.of(path);
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.filter(entry -> Files.exists(entry.resolve("pack.yaml"))).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
