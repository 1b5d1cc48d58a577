package org.qingmen.engine.internal.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The directory at the end of a zip. Some programs read it, others read the entries as they come;
 * where the two differ, or where only the directory tells what an entry is, a pack is refused.
 */
final class ArchiveDirectory {

  private static final int END = 0x06054b50;
  private static final int ENTRY = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final int END_BYTES = 22;
  private static final int ENTRY_BYTES = 46;
  private static final int ENCRYPTED = 1;
  private static final int FILE_TYPE = 0xF000;
  private static final int LINK = 0xA000;

  private final ByteBuffer bytes;
  private final Problems problems;
  private final List<String> names = new ArrayList<>();

  private ArchiveDirectory(byte[] archive, Problems problems) {
    this.bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    this.problems = problems;
  }

  /**
   * Names of the directory in its order; what is wrong is added to {@code problems}. Empty when
   * there is none.
   */
  static List<String> read(byte[] archive, Problems problems) {
    ArchiveDirectory directory = new ArchiveDirectory(archive, problems);
    try {
      directory.read();
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      problems.add(null, 0, "archive-inconsistent", "directory");
    }
    return directory.names;
  }

  private void read() {
    int end = end();
    if (end < 0) {
      return;
    }
    int at = bytes.getInt(end + 16);
    int count = bytes.getShort(end + 10) & 0xFFFF;
    int size = bytes.getInt(end + 12);
    int behind = bytes.limit() - end - END_BYTES - (bytes.getShort(end + 20) & 0xFFFF);
    if (bytes.getInt(0) != LOCAL || at + size != end || behind != 0) {
      problems.add(null, 0, "trailing-bytes", Math.max(behind, end - at - size));
      return;
    }
    for (int i = 0; i < count; i++) {
      at = entry(at);
    }
  }

  private int end() {
    int first = Math.max(0, bytes.limit() - END_BYTES - 0xFFFF);
    for (int at = bytes.limit() - END_BYTES; at >= first; at--) {
      if (bytes.getInt(at) == END) {
        return at;
      }
    }
    return -1;
  }

  private int entry(int at) {
    if (bytes.getInt(at) != ENTRY) {
      throw new IllegalArgumentException("no entry at " + at);
    }
    int length = bytes.getShort(at + 28) & 0xFFFF;
    byte[] raw = new byte[length];
    bytes.get(at + ENTRY_BYTES, raw);
    String name = name(raw);
    names.add(name);
    if ((bytes.getShort(at + 8) & ENCRYPTED) != 0) {
      problems.add(name, 0, "encrypted-archive", name);
    }
    boolean unix = (bytes.getShort(at + 4) >> 8 & 0xFF) == 3;
    if (unix && (bytes.getInt(at + 38) >>> 16 & FILE_TYPE) == LINK) {
      problems.add(name, 0, "symlink", name);
    }
    int extra = bytes.getShort(at + 30) & 0xFFFF;
    int comment = bytes.getShort(at + 32) & 0xFFFF;
    return at + ENTRY_BYTES + length + extra + comment;
  }

  private String name(byte[] raw) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      String shown = new String(raw, StandardCharsets.ISO_8859_1);
      problems.add(shown, 0, "wrong-encoding", shown);
      return shown;
    }
  }
}
