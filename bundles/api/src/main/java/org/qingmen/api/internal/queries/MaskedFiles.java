package org.qingmen.api.internal.queries;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.office.Spreadsheets;
import org.qingmen.security.Principal;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Document;

/**
 * The one door for files that people take along, as {@link MaskedAnswers} is for JSON: whoever may
 * not see plates gets tables and papers without them.
 */
@Component(service = MaskedFiles.class)
public final class MaskedFiles {

  private final Spreadsheets sheets;
  private final Plates plates;

  @Activate
  public MaskedFiles(@Reference Spreadsheets sheets, @Reference Plates plates) {
    this.sheets = sheets;
    this.plates = plates;
  }

  /** Whether this caller gets masked plates and VINs. */
  public boolean masked(Principal caller) {
    return plates.masked(caller);
  }

  /** Tables for this caller; plates and VINs in their texts are masked if need be. */
  public Spreadsheets sheets(Principal caller) {
    return masked(caller) ? new Hiding(sheets) : sheets;
  }

  /** What is printed for this caller. */
  public Document printed(Principal caller, Document document) {
    if (!masked(caller)) {
      return document;
    }
    return new Document(
        document.kind(),
        document.id(),
        document.enterprise(),
        document.division(),
        document.version(),
        Plates.tree(Json.stored(document.body())).toString(),
        document.author(),
        document.at(),
        document.deleted());
  }

  /**
   * Refuses a sealed paper that names plates: masked it would be another one, and its seal broken.
   */
  public void requireSealed(Principal caller, String id) {
    if (masked(caller)) {
      throw Problems.refusal(Kind.FORBIDDEN, "plates-sealed", id);
    }
  }

  private record Hiding(Spreadsheets sheets) implements Spreadsheets {

    @Override
    public TableWriter write(Format format, OutputStream out, String sheet) throws IOException {
      TableWriter table = sheets.write(format, out, sheet);
      return new TableWriter() {
        @Override
        public void row(List<?> cells) throws IOException {
          List<Object> hidden = new ArrayList<>(cells.size());
          cells.forEach(cell -> hidden.add(cell instanceof String text ? Plates.text(text) : cell));
          table.row(hidden);
        }

        @Override
        public void close() throws IOException {
          table.close();
        }
      };
    }

    @Override
    public void read(InputStream in, RowReader rows) throws IOException {
      sheets.read(in, rows);
    }
  }
}
