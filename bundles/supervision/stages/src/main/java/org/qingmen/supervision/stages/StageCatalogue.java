package org.qingmen.supervision.stages;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.qingmen.model.Text;
import org.qingmen.store.Document;
import org.qingmen.store.Page;

/**
 * The local catalogue: type approvals by model, disclosure numbers, answers of the national query
 * platforms and vehicle emission lists (随车清单) by VIN.
 */
public interface StageCatalogue {

  /** Most rows of one file. */
  int MOST = 50_000;

  /**
   * What became of a file.
   *
   * @param rows rows below the head
   * @param added entries that are new
   * @param known entries that were there already
   * @param rejected rows that are wrong
   */
  record Imported(int rows, int added, int known, List<Rejected> rejected) {}

  /**
   * A row that is not taken.
   *
   * @param row row as a person counts, from 1
   * @param cells the row as it was
   * @param code what is wrong
   * @param message what is wrong, in words
   */
  record Rejected(int row, List<String> cells, String code, Text message) {}

  /**
   * Reads a CSV or XLSX file; good rows are added, wrong ones are reported.
   *
   * @param preview whether nothing is stored
   * @throws IOException when the file cannot be read at all
   * @throws org.qingmen.spi.refusal.Refusal {@code stage-file} when it is no table, {@code
   *     stage-columns} when needed columns are missing
   */
  Imported take(InputStream file, boolean preview, String actor) throws IOException;

  /** Entries by kind and key; the text is part of either. */
  Page<Document> list(String text, String cursor, int limit);
}
