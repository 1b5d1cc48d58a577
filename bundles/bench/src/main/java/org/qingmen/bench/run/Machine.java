package org.qingmen.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.qingmen.bench.measure.Proc;
import org.qingmen.bench.report.Report;

/** What every benchmark says first. */
final class Machine {

  private Machine() {}

  static void describe(Report report, String bench) throws IOException {
    report.section("section." + bench);
    report.fact("cores", Runtime.getRuntime().availableProcessors());
    report.fact("load", Proc.loadAverage());
    report.fact("memory", memory());
    report.fact(
        "jvm",
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
  }

  private static String memory() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/meminfo"))) {
      if (line.startsWith("MemTotal:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024 + " MiB";
      }
    }
    return "?";
  }
}
