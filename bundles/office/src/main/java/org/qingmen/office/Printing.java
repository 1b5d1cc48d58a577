package org.qingmen.office;

/** Prints reports as PDF, A4, with Chinese fonts embedded. */
public interface Printing {

  /** Printing without a container. */
  static Printing plain() {
    return new org.qingmen.office.internal.print.PdfPrinting();
  }

  /**
   * Begins a report.
   *
   * @param title printed on the first page and named in the file
   * @param footer printed at the foot of each page beside its number
   */
  Report begin(String title, String footer);
}
