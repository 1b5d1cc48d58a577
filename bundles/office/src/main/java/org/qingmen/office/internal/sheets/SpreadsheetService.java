package org.qingmen.office.internal.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.qingmen.office.Spreadsheets;

/** Tables as CSV and XLSX. */
@Component
public final class SpreadsheetService implements Spreadsheets {

  @Activate
  public SpreadsheetService() {}

  @Override
  public TableWriter write(Format format, OutputStream out, String sheet) throws IOException {
    return switch (format) {
      case CSV -> new CsvWriter(out);
      case XLSX -> new XlsxWriter(out, sheet);
    };
  }

  @Override
  public void read(InputStream in, RowReader rows) throws IOException {
    try (Spool spool = Spool.of(in)) {
      switch (spool.kind()) {
        case EMPTY -> throw Damage.file("empty", null);
        case OLD_EXCEL -> throw Damage.file("old-excel", null);
        case ZIP -> XlsxReader.read(spool.file(), rows);
        case UTF_8, OTHER -> CsvReader.read(spool, rows);
      }
    }
  }
}
