package org.qingmen.cli.rules;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.qingmen.cli.Verb;
import org.qingmen.engine.OpenPack;
import org.qingmen.engine.OpenPack.CaseResult;
import org.qingmen.engine.RulesWorkbench;
import org.qingmen.spi.pack.PackProblem;

/**
 * {@code rules test --watch}: runs the cases again whenever a file of the pack is saved, in the
 * same process, and says what changed. Ends when the process is ended or the folder is gone.
 */
final class Watch {

  /** Editors write a file in several steps. */
  private static final int SETTLE_MILLIS = 40;

  private final Call call;
  private final Texts texts;
  private Map<String, Boolean> before = Map.of();

  Watch(Call call, Texts texts) {
    this.call = call;
    this.texts = texts;
  }

  int run() {
    Path pack = call.path();
    if (!Files.isDirectory(pack)) {
      throw new WrongCall("watch-folder", pack);
    }
    try (WatchService changes = FileSystems.getDefault().newWatchService();
        RulesWorkbench workbench = Workbenches.remembering(call, pack)) {
      register(pack, changes);
      int code = once(workbench, pack);
      texts.print("watching", pack);
      while (next(changes)) {
        register(pack, changes);
        code = once(workbench, pack);
      }
      return code;
    } catch (IOException e) {
      return texts.wrong("not-watched", pack, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Verb.OK;
    }
  }

  private static void register(Path pack, WatchService changes) throws IOException {
    if (!Files.isDirectory(pack)) {
      return;
    }
    try (Stream<Path> folders = Files.walk(pack)) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        folder.register(
            changes,
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE);
      }
    }
  }

  /** Waits for a change and until nothing more changes; false when nothing is left to watch. */
  private static boolean next(WatchService changes) throws InterruptedException {
    WatchKey key = changes.take();
    boolean left = false;
    while (key != null) {
      for (WatchEvent<?> event : key.pollEvents()) {
        left |= event.count() > 0;
      }
      left &= key.reset();
      key = changes.poll(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
    }
    return left;
  }

  private int once(RulesWorkbench workbench, Path pack) {
    long start = System.nanoTime();
    List<PackProblem> problems = new ArrayList<>();
    Optional<OpenPack> opened = workbench.open(pack, problems::add);
    if (opened.isEmpty()) {
      texts.problems(problems);
      texts.print("watch-broken", problems.size(), millis(start));
      return Verb.WRONG;
    }
    try (OpenPack open = opened.get()) {
      List<CaseResult> cases = open.cases();
      compare(cases);
      long failed = cases.stream().filter(one -> !one.passed()).count();
      texts.print("watch-ran", cases.size(), failed, millis(start));
      return failed == 0 ? Verb.OK : Verb.WRONG;
    }
  }

  private void compare(List<CaseResult> cases) {
    Map<String, Boolean> now = new LinkedHashMap<>();
    for (CaseResult one : cases) {
      now.put(one.sentence(), one.passed());
      boolean passedBefore = before.getOrDefault(one.sentence(), true);
      if (!one.passed()) {
        texts.print(passedBefore ? "watch-red" : "watch-still-red", one.sentence());
        texts.problems(one.problems());
      } else if (!passedBefore) {
        texts.print("watch-green", one.sentence());
      }
    }
    before = now;
  }

  private static long millis(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }
}
