package org.qingmen.office.internal.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.qingmen.office.Report;

/** A report as PDF. */
final class PdfReport implements Report {

  private static final float TITLE = 18;
  private static final float[] HEADINGS = {14, 12};
  private static final float BODY = 10.5f;
  private static final float SPACING = 1.5f;
  private static final float LABEL = 130;
  private static final float PICTURE = 320;

  private final PDDocument document = new PDDocument();
  private final String footer;
  private final Lettering lettering;
  private final LineBreaks breaks;
  private final Paper paper;

  PdfReport(String title, String footer) throws IOException {
    this.footer = footer;
    lettering = new Lettering(document);
    breaks = new LineBreaks(lettering);
    paper = new Paper(document, lettering);
    PDDocumentInformation about = document.getDocumentInformation();
    about.setTitle(title);
    about.setProducer("Qingmen");
    about.setCreationDate(Calendar.getInstance());
    document.getDocumentCatalog().setLanguage("zh-CN");
    for (String line : breaks.lines(title, TITLE, Paper.WIDTH)) {
      float inset = (Paper.WIDTH - lettering.width(line, TITLE)) / 2;
      paper.text(line, TITLE, true, inset, 0);
      paper.down(TITLE * SPACING);
    }
    paper.down(BODY);
  }

  @Override
  public Report heading(int level, String text) {
    float size = HEADINGS[Math.max(1, Math.min(level, HEADINGS.length)) - 1];
    return print(
        () -> {
          List<String> lines = breaks.lines(text, size, Paper.WIDTH);
          // A heading alone at the foot of a page helps nobody: three lines go with it.
          paper.need(size + lines.size() * size * SPACING + 3 * BODY * SPACING);
          paper.down(size * 0.6f);
          for (String line : lines) {
            paper.text(line, size, true, 0, 0);
            paper.down(size * SPACING);
          }
        });
  }

  @Override
  public Report paragraph(String text) {
    return print(
        () -> {
          lines(breaks.lines(text, BODY, Paper.WIDTH), 0);
          paper.down(BODY * 0.5f);
        });
  }

  private void lines(List<String> lines, float x) throws IOException {
    for (String line : lines) {
      paper.need(BODY * SPACING);
      paper.text(line, BODY, false, x, 0);
      paper.down(BODY * SPACING);
    }
  }

  @Override
  public Report fields(Map<String, String> values) {
    return print(
        () -> {
          for (Map.Entry<String, String> field : values.entrySet()) {
            List<String> names = breaks.lines(field.getKey(), BODY, LABEL - BODY);
            String value = field.getValue() == null ? "" : field.getValue();
            List<String> texts = breaks.lines(value, BODY, Paper.WIDTH - LABEL);
            field(names, texts);
          }
          paper.down(BODY * 0.5f);
        });
  }

  private void field(List<String> names, List<String> texts) throws IOException {
    for (int i = 0; i < Math.max(names.size(), texts.size()); i++) {
      paper.need(BODY * SPACING);
      paper.text(i < names.size() ? names.get(i) : "", BODY, true, 0, 0);
      paper.text(i < texts.size() ? texts.get(i) : "", BODY, false, LABEL, 0);
      paper.down(BODY * SPACING);
    }
  }

  @Override
  public Report table(List<String> head, List<List<String>> rows, int... widths) {
    return print(
        () -> {
          new TablePrinter(paper, lettering, breaks, head, widths).print(rows);
          paper.down(BODY);
        });
  }

  @Override
  public Report picture(byte[] image, String caption) {
    return print(
        () -> {
          PDImageXObject picture = picture(image);
          float width = picture == null ? PICTURE : Math.min(PICTURE, picture.getWidth());
          float height = picture == null ? 60 : width * picture.getHeight() / picture.getWidth();
          float shrink = Math.min(1, (Paper.HEIGHT - 4 * BODY) / height);
          paper.need(height * shrink + 2 * BODY * SPACING);
          draw(picture, width * shrink, height * shrink);
          paper.down(height * shrink + BODY * 0.3f);
          lines(breaks.lines(caption, BODY, Paper.WIDTH), 0);
          paper.down(BODY * 0.5f);
        });
  }

  /** A picture that cannot be read is no reason to have no report: its place is crossed out. */
  private void draw(PDImageXObject picture, float width, float height) throws IOException {
    if (picture != null) {
      paper.image(picture, 0, width, height);
      return;
    }
    paper.rule(0, 0, width, 0);
    paper.rule(0, height, width, height);
    paper.rule(0, 0, 0, height);
    paper.rule(width, 0, width, height);
    paper.rule(0, 0, width, height);
    paper.rule(0, height, width, 0);
  }

  private PDImageXObject picture(byte[] image) {
    try {
      return PDImageXObject.createFromByteArray(document, image, "picture");
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }

  @Override
  public Report signatures(List<String> names) {
    return print(
        () -> {
          float line = 36;
          paper.need(names.size() * line);
          for (String name : names) {
            String label = lettering.printable(name + "：").replace('\n', ' ');
            float end = lettering.width(label, BODY) + 8;
            paper.text(label, BODY, false, 0, line - BODY - 6);
            paper.rule(end, line - 4, Math.max(end + 120, Paper.WIDTH / 2), line - 4);
            paper.down(line);
          }
        });
  }

  @Override
  public byte[] finish() {
    try (document) {
      paper.end();
      paper.footers(footer);
      ByteArrayOutputStream pdf = new ByteArrayOutputStream();
      document.save(pdf);
      return Reading.named(pdf.toByteArray(), lettering.used());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Report print(Step step) {
    try {
      step.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Step {
    void run() throws IOException;
  }
}
