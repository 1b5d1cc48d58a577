package org.qingmen.engine.internal.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a pack from a folder; links are refused, files left by editors are ignored. */
public final class FolderReader {

  private FolderReader() {}

  /** The files of a folder; what is wrong is added to {@code problems}. */
  public static PackFiles read(Path folder, Problems problems) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try {
      long total = 0;
      PathSet paths = new PathSet();
      links(folder, problems);
      for (Path file : regularFiles(folder)) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        total += Files.size(file);
        if (files.size() >= PackPaths.MOST_FILES || total > PackPaths.MOST_BYTES) {
          problems.add(path, 0, "zip-bomb", PackPaths.MOST_FILES, PackPaths.MOST_BYTES >> 20);
          break;
        }
        if (PackPaths.acceptable(path, problems)) {
          paths.add(path, problems);
          files.put(path, Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      problems.add(null, 0, "unreadable-folder", folder, String.valueOf(e.getMessage()));
    }
    return new PackFiles(files);
  }

  private static void links(Path folder, Problems problems) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.filter(file -> !file.equals(folder) && Files.isSymbolicLink(file))
          .map(file -> folder.relativize(file))
          .filter(FolderReader::visible)
          .forEach(file -> problems.add(file.toString(), 0, "symlink", file));
    }
  }

  private static List<Path> regularFiles(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> visible(folder.relativize(file)))
          .sorted()
          .toList();
    }
  }

  private static boolean visible(Path relative) {
    for (Path part : relative) {
      if (PackPaths.hidden(part.toString()) || part.toString().equals("target")) {
        return false;
      }
    }
    return !relative.toString().equals("pom.xml") && !relative.toString().equals("bnd.bnd");
  }
}
