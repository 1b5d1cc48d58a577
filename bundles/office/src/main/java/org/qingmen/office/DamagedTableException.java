package org.qingmen.office;

import java.io.IOException;

/** A table cannot be read: it is no table, or it is damaged from a certain row on. */
public final class DamagedTableException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final int row;
  private final String zh;

  /**
   * @param code short stable name, such as {@code open-quote} or {@code damaged-xlsx}
   * @param row row as a person counts, from 1; 0 when it is about the whole file
   * @param zh what is wrong, in Chinese
   * @param en what is wrong, in English
   * @param cause what the reader said, or null
   */
  public DamagedTableException(String code, int row, String zh, String en, Throwable cause) {
    super(en, cause);
    this.code = code;
    this.row = row;
    this.zh = zh;
  }

  /** Short stable name of what is wrong. */
  public String code() {
    return code;
  }

  /** The row where it was noticed, from 1; 0 when it is about the whole file. */
  public int row() {
    return row;
  }

  /** What is wrong, in Chinese; names the row. */
  public String zh() {
    return zh;
  }

  /** What is wrong, in English; names the row. */
  public String en() {
    return getMessage();
  }
}
