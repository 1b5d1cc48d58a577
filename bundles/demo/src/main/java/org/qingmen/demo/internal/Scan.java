package org.qingmen.demo.internal;

/** A page that stands for a scanned paper: PDF by hand, because nothing on it needs a font. */
final class Scan {

  private Scan() {}

  /** A PDF of one page; what it says is plain Latin, the name decides only a number on it. */
  static String of(String name) {
    String text =
        "BT /F1 18 Tf 60 760 Td (Qingmen demonstration, scan %08x) Tj ET"
            .formatted(name.hashCode());
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    int[] at = new int[6];
    String[] objects = {
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
          + "/Resources<</Font<</F1 5 0 R>>>>>>",
      "<</Length " + text.length() + ">>\nstream\n" + text + "\nendstream",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    };
    for (int i = 0; i < objects.length; i++) {
      at[i + 1] = pdf.length();
      pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
    }
    int table = pdf.length();
    pdf.append("xref\n0 6\n0000000000 65535 f \n");
    for (int i = 1; i < at.length; i++) {
      pdf.append("%010d 00000 n \n".formatted(at[i]));
    }
    pdf.append("trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n").append(table).append("\n%%EOF\n");
    return pdf.toString();
  }
}
