package org.qingmen.office.internal.sheets;

/** What a sheet can hold at most, as spreadsheet programs have it. */
final class Limits {

  static final int ROWS = 1_048_576;
  static final int CELLS = 16_384;
  static final int CHARACTERS = 32_767;

  /** Shared texts of an XLSX file are kept while it is read, so they have a bound. */
  static final int SHARED_CHARACTERS = 64_000_000;

  private Limits() {}
}
