package org.qingmen.engine.internal.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.qingmen.engine.internal.json.Hashes;
import org.qingmen.engine.internal.table.Tables;

/**
 * The files of a pack by their paths. The hash covers path and content of every file but the
 * manifest and its signatures, so that it is the same for folder, zip and jar, signed or not.
 */
public final class PackFiles {

  /** Lists every file with its hash. */
  public static final String MANIFEST = "manifest.json";

  /** Signature over the bytes of the manifest. */
  public static final String SIGNATURE = "manifest.sig";

  /** Signature of a second person over the same bytes. */
  public static final String APPROVAL = "manifest.approval.sig";

  private final SortedMap<String, byte[]> files;
  private final String hash;

  /** Takes the files by path. */
  public PackFiles(SortedMap<String, byte[]> files) {
    this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    StringBuilder listing = new StringBuilder();
    hashes().forEach((path, sum) -> listing.append(path).append('\n').append(sum).append('\n'));
    this.hash = Hashes.sha256(listing.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Files that somebody typed; what no pack may hold is added to {@code problems}. */
  public static PackFiles typed(SortedMap<String, String> texts, Problems problems) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    long total = 0;
    for (var text : texts.entrySet()) {
      byte[] bytes = text.getValue().getBytes(StandardCharsets.UTF_8);
      total += bytes.length;
      if (PackPaths.acceptable(text.getKey(), problems)) {
        files.put(text.getKey(), bytes);
      }
    }
    if (total > PackPaths.MOST_BYTES_TYPED || files.size() > PackPaths.MOST_FILES) {
      problems.add(null, 0, "too-much-typed", PackPaths.MOST_BYTES_TYPED >> 20);
    }
    return new PackFiles(files);
  }

  /**
   * The texts of the pack, by path; signatures and pictures left out, workbooks as CSV files with
   * the same tables.
   */
  public SortedMap<String, String> texts() {
    SortedMap<String, String> texts = new TreeMap<>();
    hashes().keySet().stream()
        .filter(path -> !path.endsWith(".png"))
        .filter(path -> !Tables.isWorkbook(path))
        .forEach(path -> texts.put(path, text(path)));
    files.keySet().stream()
        .filter(Tables::isWorkbook)
        .forEach(path -> texts.putAll(Tables.asCsv(path, files.get(path))));
    return texts;
  }

  /** Files by path. */
  public SortedMap<String, byte[]> files() {
    return files;
  }

  /** Content hash, lower-case hex SHA-256. */
  public String hash() {
    return hash;
  }

  /** A file as text, null when there is none. */
  public String text(String path) {
    byte[] bytes = files.get(path);
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  /** Paths of text files whose bytes are no UTF-8. */
  public List<String> notUtf8() {
    return files.keySet().stream()
        .filter(path -> path.endsWith(".yaml") || path.endsWith(".drl"))
        .filter(path -> !utf8(files.get(path)))
        .toList();
  }

  private static boolean utf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Hash of every file that the manifest has to list. */
  public SortedMap<String, String> hashes() {
    SortedMap<String, String> hashes = new TreeMap<>();
    files.forEach((path, bytes) -> hashes.put(path, Hashes.sha256(bytes)));
    hashes.remove(MANIFEST);
    hashes.remove(SIGNATURE);
    hashes.remove(APPROVAL);
    return hashes;
  }

  /** These files as a zip whose bytes depend on nothing but the files. */
  public byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (var file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return bytes.toByteArray();
  }
}
