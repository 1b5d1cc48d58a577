package org.qingmen.intake.internal.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.Journal.Positioned;
import org.qingmen.spi.journal.JournalEntry;

/**
 * The archive of the journal: ordinary ZIP files named by the positions they hold, each with blocks
 * named by the position they begin with. A file appears whole or not at all.
 */
final class SegmentArchive {

  private static final Pattern NAME = Pattern.compile("([0-9]{15})-([0-9]{15})\\.zip");
  private static final int BLOCK = 128;

  private final Path directory;
  private final int level;
  private final ConcurrentSkipListMap<Long, File> files = new ConcurrentSkipListMap<>();
  private volatile Block last;

  private record File(Path path, long first, long last) {}

  private record Block(Path path, String name, List<Positioned> entries) {}

  SegmentArchive(Path directory, int level) throws IOException {
    this.directory = directory;
    this.level = level;
    Files.createDirectories(directory);
    try (Stream<Path> paths = Files.list(directory)) {
      for (Path path : paths.sorted().toList()) {
        adopt(path);
      }
    }
  }

  /** Position of the last archived entry, 0 when there is none. */
  long end() {
    return files.isEmpty() ? 0 : files.lastEntry().getValue().last();
  }

  /** Writes one segment durably. */
  void write(List<Positioned> entries) throws IOException {
    long first = entries.get(0).position();
    long lastPosition = entries.get(entries.size() - 1).position();
    Path target = directory.resolve(String.format("%015d-%015d.zip", first, lastPosition));
    Path draft = directory.resolve(target.getFileName() + ".tmp");
    try (FileChannel channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      writeBlocks(entries, Channels.newOutputStream(channel));
      channel.force(true);
    }
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder = FileChannel.open(directory, StandardOpenOption.READ)) {
      folder.force(true);
    }
    files.put(first, new File(target, first, lastPosition));
  }

  /** Entries after a position, oldest first, at most {@code limit}. */
  List<Positioned> read(long after, int limit) throws IOException {
    List<Positioned> found = new ArrayList<>();
    long next = after + 1;
    while (found.size() < limit && next <= end()) {
      File file = files.floorEntry(next).getValue();
      for (Positioned entry : block(file, next)) {
        if (entry.position() >= next && found.size() < limit) {
          found.add(entry);
        }
      }
      next = found.get(found.size() - 1).position() + 1;
    }
    return found;
  }

  /**
   * Goes through archived entries, each segment opened once.
   *
   * @return position of the last entry passed; {@code after} when none of them is archived
   */
  long scan(long after, long until, JournalEntry.Kind kind, Journal.Visitor visitor)
      throws IOException {
    long next = after + 1;
    long last = Math.min(until, end());
    BlockReader reader = new BlockReader(kind, visitor);
    while (next <= last) {
      File file = files.floorEntry(next).getValue();
      try (ZipFile zip = new ZipFile(file.path().toFile())) {
        for (; next <= Math.min(last, file.last()); next = blockBegin(file, next) + BLOCK) {
          reader.read(zip, blockName(blockBegin(file, next)), next, last);
        }
      }
      next = Math.min(next, file.last() + 1);
    }
    return Math.max(after, last);
  }

  private static long blockBegin(File file, long position) {
    return file.first() + (position - file.first()) / BLOCK * BLOCK;
  }

  private List<Positioned> block(File file, long position) throws IOException {
    String name = blockName(blockBegin(file, position));
    Block cached = last;
    if (cached != null && cached.path().equals(file.path()) && cached.name().equals(name)) {
      return cached.entries();
    }
    try (ZipFile zip = new ZipFile(file.path().toFile())) {
      ZipEntry entry = zip.getEntry(name);
      if (entry == null) {
        throw new IOException("journal segment " + file.path() + " lacks its block " + name);
      }
      List<Positioned> entries = Segment.decode(zip.getInputStream(entry).readAllBytes());
      last = new Block(file.path(), name, entries);
      return entries;
    }
  }

  private void writeBlocks(List<Positioned> entries, OutputStream out) throws IOException {
    Map<String, List<Positioned>> blocks = new TreeMap<>();
    for (int from = 0; from < entries.size(); from += BLOCK) {
      List<Positioned> block = entries.subList(from, Math.min(entries.size(), from + BLOCK));
      blocks.put(blockName(block.get(0).position()), block);
    }
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(level);
    for (Map.Entry<String, List<Positioned>> block : blocks.entrySet()) {
      zip.putNextEntry(new ZipEntry(block.getKey()));
      zip.write(Segment.encode(block.getValue()));
      zip.closeEntry();
    }
    zip.finish();
    zip.flush();
  }

  private void adopt(Path path) throws IOException {
    Matcher name = NAME.matcher(path.getFileName().toString());
    if (name.matches()) {
      long first = Long.parseLong(name.group(1));
      files.put(first, new File(path, first, Long.parseLong(name.group(2))));
    } else if (path.toString().endsWith(".tmp")) {
      // Half a segment of a process that died; its entries are still in the write-ahead log.
      Files.delete(path);
    }
  }

  private static String blockName(long first) {
    return String.format("%015d.entries", first);
  }
}
