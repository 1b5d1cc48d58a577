package org.qingmen.cli.rules;

import java.nio.file.Files;
import java.nio.file.Path;
import org.qingmen.engine.RulesWorkbench;

/** Where packs that others extend are looked for. */
final class Workbenches {

  private Workbenches() {}

  /**
   * A workbench that knows the shipped packs (those beside the launcher, {@code ./rules} and {@code
   * $QINGMEN_HOME/rules}), the packs beside the given one, and those of {@code --library}.
   */
  static RulesWorkbench open(Call call, Path pack) {
    return filled(new RulesWorkbench(), call, pack);
  }

  /** The same, keeping what it compiled. */
  static RulesWorkbench remembering(Call call, Path pack) {
    return filled(RulesWorkbench.remembering(), call, pack);
  }

  private static RulesWorkbench filled(RulesWorkbench workbench, Call call, Path pack) {
    String home = System.getenv("QINGMEN_HOME");
    String root = System.getProperty("qingmen.root");
    add(workbench, root == null ? null : Path.of(root, "rules"));
    add(workbench, Path.of("rules"));
    add(workbench, home == null ? null : Path.of(home, "rules"));
    add(workbench, pack.toAbsolutePath().getParent());
    String library = call.option("--library", null);
    add(workbench, library == null ? null : Path.of(library));
    return workbench;
  }

  private static void add(RulesWorkbench workbench, Path folder) {
    if (folder != null && Files.isDirectory(folder)) {
      workbench.withLibrary(folder);
    }
  }
}
