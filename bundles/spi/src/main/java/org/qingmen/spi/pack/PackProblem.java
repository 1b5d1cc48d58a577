package org.qingmen.spi.pack;

import org.qingmen.model.Text;

/**
 * Why a pack was refused.
 *
 * @param file file within the pack, with sheet and cell of a decision table; may be null
 * @param line line, 0 when it has none, as in a table
 * @param code code of the error
 * @param message what is wrong and how to mend it
 */
public record PackProblem(String file, int line, String code, Text message) {

  /** Where it is, for people: {@code file:line}, or the cell of a table; empty when nowhere. */
  public String place() {
    String path = file == null ? "" : file;
    return line > 0 ? path + ":" + line : path;
  }
}
