package org.qingmen.supervision.response;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.qingmen.office.Spreadsheets;
import org.qingmen.store.Document;

/** Evaluations on paper, in Chinese. */
public interface ResponsePapers {

  /**
   * The report on one enterprise, as PDF.
   *
   * @param evaluation a version of an evaluation
   */
  byte[] enterprise(Document evaluation);

  /**
   * The report on an episode, with the ranking, as PDF.
   *
   * @param ranking the enterprises that the reader may see, best first
   */
  byte[] city(String episode, List<Ranked> ranking);

  /** The ranking as a table. */
  void ranking(Spreadsheets.Format format, OutputStream out, List<Ranked> ranking)
      throws IOException;
}
