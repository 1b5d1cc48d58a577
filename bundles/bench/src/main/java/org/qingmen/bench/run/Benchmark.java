package org.qingmen.bench.run;

import org.qingmen.bench.Options;
import org.qingmen.bench.report.Report;

/** One benchmark. */
public interface Benchmark {

  /** What it is called on the command line. */
  String name();

  /** Runs and reports; throws when something broke, not when a bar was missed. */
  void run(Options options, Report report) throws Exception;
}
