package org.qingmen.office.internal.sheets;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.qingmen.office.DamagedTableException;

/** The parts of an XLSX file, in memory, in their order. */
final class Unzipped {

  private static final int MOST_PARTS = 2_000;
  private static final int MEGABYTE = 20;

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  private Unzipped() {}

  static Unzipped of(byte[] file, long mostBytes) throws DamagedTableException {
    recognise(file);
    Unzipped all = new Unzipped();
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
      long left = mostBytes;
      for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
        byte[] part = part(zip, entry, left);
        left -= part.length;
        if (left < 0 || all.parts.size() == MOST_PARTS) {
          throw Damage.row("unpacks-too-large", 0, null, Long.toString(mostBytes >> MEGABYTE));
        }
        all.parts.put(entry.getName(), part);
      }
    } catch (DamagedTableException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw Damage.row("damaged-xlsx", 0, e);
    }
    if (!all.parts.containsKey("[Content_Types].xml")) {
      throw Damage.file("no-xlsx", null);
    }
    return all;
  }

  /** At most one byte more than is left. */
  private static byte[] part(ZipFile zip, ZipArchiveEntry entry, long left) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8));
    }
  }

  private static void recognise(byte[] file) throws DamagedTableException {
    if (file.length == 0) {
      throw Damage.file("empty", null);
    }
    if (file.length > 3 && (file[0] & 0xFF) == 0xD0 && (file[1] & 0xFF) == 0xCF) {
      throw Damage.file("old-excel", null);
    }
    if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
      throw Damage.file("no-xlsx", null);
    }
  }

  Map<String, byte[]> parts() {
    return parts;
  }

  /** A part that must be there. */
  byte[] part(String name) throws DamagedTableException {
    byte[] part = parts.get(name);
    if (part == null) {
      throw Damage.row("damaged-xlsx", 0, null);
    }
    return part;
  }

  /** Reads a part; no document types, no entities from outside. */
  static XMLStreamReader xml(byte[] part) throws XMLStreamException {
    XMLInputFactory xml = new InputFactoryImpl();
    xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    xml.setProperty(XMLInputFactory.IS_COALESCING, true);
    return xml.createXMLStreamReader(new ByteArrayInputStream(part));
  }

  byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return bytes.toByteArray();
  }
}
