package org.qingmen.office.internal.sheets;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Goes once over the parts of an XLSX file before it is read: the reading library believes what a
 * file says of itself, and a file that says "cell ZZZZZZ1" or "shared text 2000000000" would take
 * all memory. Also finds damage before the first row is told.
 */
final class XlsxCheck {

  private final XMLInputFactory xml = new InputFactoryImpl();
  private final ZipFile zip;
  private int texts;

  private XlsxCheck(ZipFile zip) {
    this.zip = zip;
    xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    xml.setProperty(XMLInputFactory.IS_COALESCING, false);
  }

  static void check(Path file) throws IOException {
    try (ZipFile zip = open(file)) {
      XlsxCheck check = new XlsxCheck(zip);
      List<ZipEntry> sheets = new ArrayList<>();
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (entry.getName().endsWith(".xml") && "worksheet".equals(check.visit(entry))) {
          sheets.add(entry);
        }
      }
      for (ZipEntry sheet : sheets) {
        check.sheet(sheet);
      }
    }
  }

  private static ZipFile open(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (IOException e) {
      throw Damage.row("damaged-xlsx", 0, e);
    }
  }

  /** The name of the part's root; shared texts are counted on the way. */
  private String visit(ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      XMLStreamReader reader = xml.createXMLStreamReader(bounded(in));
      while (reader.next() != XMLStreamConstants.START_ELEMENT) {
        refuseDtd(reader);
      }
      String root = reader.getLocalName();
      if ("sst".equals(root)) {
        while (reader.hasNext()) {
          boolean start = reader.next() == XMLStreamConstants.START_ELEMENT;
          texts += start && "si".equals(reader.getLocalName()) ? 1 : 0;
        }
      } else if (!"worksheet".equals(root)) {
        while (reader.hasNext()) {
          reader.next();
        }
      }
      return root;
    } catch (XMLStreamException | IOException | RuntimeException e) {
      throw e instanceof org.qingmen.office.DamagedTableException damaged
          ? damaged
          : Damage.row("damaged-xlsx", 0, e);
    }
  }

  private static void refuseDtd(XMLStreamReader reader) throws XMLStreamException {
    if (reader.getEventType() == XMLStreamConstants.DTD) {
      throw new XMLStreamException("a document type is not expected here");
    }
  }

  private void sheet(ZipEntry entry) throws IOException {
    SheetCheck check = new SheetCheck(texts);
    try (InputStream in = zip.getInputStream(entry)) {
      XMLStreamReader reader = xml.createXMLStreamReader(in);
      while (reader.hasNext()) {
        reader.next();
        check.event(reader);
      }
    } catch (XMLStreamException | IOException | RuntimeException e) {
      throw e instanceof org.qingmen.office.DamagedTableException damaged
          ? damaged
          : Damage.row("damaged-xlsx", check.row(), e);
    }
  }

  /** All parts but the sheets are held in memory by the reading library. */
  private static InputStream bounded(InputStream in) {
    return new FilterInputStream(in) {
      private long read;

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        read += Math.max(0, count);
        if (read > Limits.SHARED_CHARACTERS) {
          String limit = Integer.toString(Limits.SHARED_CHARACTERS / 1_000_000);
          throw Damage.row("many-texts", 0, null, limit);
        }
        return count;
      }
    };
  }
}
