package org.qingmen.office.internal.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.qingmen.office.Printing;
import org.qingmen.office.Report;

/**
 * Prints with Apache PDFBox and Noto Sans SC, of which only the characters used go into the file.
 */
@Component
public final class PdfPrinting implements Printing {

  @Activate
  public PdfPrinting() {}

  @Override
  public Report begin(String title, String footer) {
    try {
      return new PdfReport(title, footer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
