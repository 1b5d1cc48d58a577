package org.qingmen.cli.rules;

/** One action of {@code rules}. */
interface Action {

  /** Runs it; returns the exit code. */
  int run(Call call, Texts texts);
}
