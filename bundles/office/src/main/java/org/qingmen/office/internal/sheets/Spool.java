package org.qingmen.office.internal.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An upload on disk: what it is shows only from the whole of it, and an XLSX file is read from its
 * end. Gone when closed.
 */
final class Spool implements AutoCloseable {

  /** What the bytes are. */
  enum Kind {
    EMPTY,
    ZIP,
    OLD_EXCEL,
    UTF_8,
    /** Text in another character set, or no text at all. */
    OTHER
  }

  private static final byte[] PK = {'P', 'K', 3, 4};
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private final Path file;
  private final Kind kind;

  private Spool(Path file, Kind kind) {
    this.file = file;
    this.kind = kind;
  }

  static Spool of(InputStream in) throws IOException {
    Path file = Files.createTempFile("qingmen-table", ".tmp");
    try (OutputStream out = Files.newOutputStream(file)) {
      return new Spool(file, copy(in, out));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static Kind copy(InputStream in, OutputStream out) throws IOException {
    byte[] head = in.readNBytes(PK.length);
    out.write(head);
    if (head.length == 0) {
      return Kind.EMPTY;
    }
    boolean utf8 = new Utf8Copy(out).copy(head, in);
    if (java.util.Arrays.equals(head, PK)) {
      return Kind.ZIP;
    }
    if (java.util.Arrays.equals(head, OLE)) {
      return Kind.OLD_EXCEL;
    }
    return utf8 ? Kind.UTF_8 : Kind.OTHER;
  }

  Path file() {
    return file;
  }

  Kind kind() {
    return kind;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }

  /** Copies bytes and watches whether they stay valid UTF-8. */
  private static final class Utf8Copy {

    private static final int CHUNK = 1 << 16;

    private final OutputStream out;
    private final CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer ignored = CharBuffer.allocate(CHUNK + 8);
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK + 8);

    Utf8Copy(OutputStream out) {
      this.out = out;
    }

    boolean copy(byte[] head, InputStream in) throws IOException {
      bytes.put(head);
      boolean valid = check(false);
      byte[] chunk = new byte[CHUNK];
      for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
        out.write(chunk, 0, length);
        if (valid) {
          bytes.put(chunk, 0, length);
          valid = check(false);
        }
      }
      return valid && check(true);
    }

    private boolean check(boolean end) {
      bytes.flip();
      ignored.clear();
      boolean valid = !decoder.decode(bytes, ignored, end).isError();
      bytes.compact();
      return valid;
    }
  }
}
