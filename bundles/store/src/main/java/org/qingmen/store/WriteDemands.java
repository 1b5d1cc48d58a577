package org.qingmen.store;

import java.util.function.Consumer;

/**
 * What a caller demands of the present version of a document that is about to be written, such as
 * "still the one that I have read". It is held against the version inside the write, with the row
 * locked, so that nobody can come in between. A demand belongs to the thread that makes it.
 */
public interface WriteDemands {

  /**
   * Makes a demand on the next version of a document that this thread stores or deletes; a demand
   * that was made before is forgotten.
   *
   * @param kind kind of the document
   * @param id id of the document
   * @param demand is given the present version, null when there is none or it is deleted; what it
   *     throws goes to the writer, and nothing is written
   */
  void make(String kind, String id, Consumer<Document> demand);

  /** Forgets the demand of this thread. */
  void forget();
}
