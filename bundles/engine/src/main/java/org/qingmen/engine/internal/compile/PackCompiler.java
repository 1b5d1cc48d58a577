package org.qingmen.engine.internal.compile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.KieBuilderImpl;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.KieModule;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.qingmen.engine.internal.pack.Drl;
import org.qingmen.engine.internal.pack.Lineage;
import org.qingmen.engine.internal.pack.Place;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.pack.RuleMeta;
import org.qingmen.engine.internal.pack.RulePack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compiles packs to the executable model behind the fences of the sandbox. The classic compiler is
 * asked only for where an error is, because it alone knows file and line; it never runs anything.
 */
public final class PackCompiler {

  private static final String SOURCES = "src/main/resources/";

  private static final Logger LOG = LoggerFactory.getLogger(PackCompiler.class);

  private final AtomicLong counter = new AtomicLong();
  private final CompiledKey keys = new CompiledKey();
  private final RulesPool pool = new RulesPool();

  /**
   * Compiles a pack together with what it extends, or loads what was compiled before.
   *
   * @param store where compiled rules are kept
   * @return empty when it does not compile or breaks out; {@code problems} then says why
   */
  public Optional<CompiledPack> compile(Lineage lineage, CompiledStore store, Problems problems) {
    return inEngine(
        () -> {
          String key = keys.of(lineage);
          Optional<LoadedRules> shared = pool.take(key);
          if (shared.isPresent()) {
            return shared.map(rules -> new CompiledPack(lineage, rules));
          }
          Optional<CompiledPack> kept =
              store.find(key).flatMap(rules -> reuse(lineage, key, rules));
          if (kept.isPresent()) {
            return kept;
          }
          Optional<byte[]> compiled = compileOrGiveUp(lineage, problems);
          compiled.ifPresent(rules -> store.keep(key, rules));
          return compiled.map(rules -> new CompiledPack(lineage, pool.load(key, rules)));
        });
  }

  /** Loads what was compiled before; anything odd about it and it is compiled again. */
  private Optional<CompiledPack> reuse(Lineage lineage, String key, byte[] compiled) {
    try {
      Problems breaches = new Problems();
      if (safe(compiled, lineage, breaches)) {
        return Optional.of(new CompiledPack(lineage, pool.load(key, compiled)));
      }
    } catch (RuntimeException | LinkageError e) {
      LOG.info("{} is compiled again: {}", lineage.pack().descriptor().id(), e.toString());
    }
    return Optional.empty();
  }

  /** Brackets in brackets without end use up the compiler's stack. */
  private Optional<byte[]> compileOrGiveUp(Lineage lineage, Problems problems) {
    try {
      return compileInside(lineage, problems);
    } catch (StackOverflowError e) {
      problems.add(lineage.sources().get(0).path(), 1, "drl-too-deep");
    } catch (RuntimeException e) {
      // What the compiler did not expect in a rule it fails on, instead of saying so.
      String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      problems.add(lineage.sources().get(0).path(), 1, "drl-compile", firstLines(first));
    }
    return Optional.empty();
  }

  private Optional<byte[]> compileInside(Lineage lineage, Problems problems) {
    KieServices services = KieServices.get();
    ReleaseId id = id(services, lineage.pack(), counter.incrementAndGet());
    KieFileSystem files = files(services, id, lineage, new HashMap<>());
    KieBuilder builder = services.newKieBuilder(files, new SandboxLoader());
    builder.buildAll(ExecutableModelProject.class);
    services.getRepository().removeKieModule(id);
    List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
    if (!errors.isEmpty()) {
      diagnose(lineage, errors, problems);
      return Optional.empty();
    }
    KieModule module = ((KieBuilderImpl) builder).getKieModuleIgnoringErrors();
    byte[] compiled = ((InternalKieModule) module).getBytes();
    return safe(compiled, lineage, problems) ? Optional.of(compiled) : Optional.empty();
  }

  private static ReleaseId id(KieServices services, RulePack pack, long number) {
    String name = "p" + pack.files().hash().substring(0, 16);
    return services.newReleaseId("qingmen.packs", name, Long.toString(number));
  }

  private static KieFileSystem files(
      KieServices services, ReleaseId id, Lineage lineage, Map<String, Drl> sources) {
    KieFileSystem files = services.newKieFileSystem();
    files.generateAndWritePomXML(id);
    for (Drl drl : lineage.sources()) {
      String folder = drl.drlPackage().replace('.', '/');
      String path = folder + "/f" + sources.size() + ".drl";
      sources.put(path, drl);
      files.write(SOURCES + path, drl.text());
    }
    return files;
  }

  /** Compiles again in the classic way, just to learn file and line. */
  private void diagnose(Lineage lineage, List<Message> errors, Problems problems) {
    KieServices services = KieServices.get();
    ReleaseId id = id(services, lineage.pack(), counter.incrementAndGet());
    Map<String, Drl> sources = new HashMap<>();
    KieFileSystem files = files(services, id, lineage, sources);
    KieBuilder classic = services.newKieBuilder(files, new SandboxLoader());
    classic.buildAll();
    services.getRepository().removeKieModule(id);
    List<Message> better = classic.getResults().getMessages(Message.Level.ERROR);
    for (Message error : better) {
      Drl drl = sources.get(String.valueOf(error.getPath()).replaceFirst("^" + SOURCES, ""));
      if (drl != null) {
        Place place = drl.origin().at(ErrorLines.of(drl.text(), error));
        problems.add(place.file(), place.line(), "drl-compile", firstLines(error.getText()));
      }
    }
    if (problems.none()) {
      RuleMeta place = lineage.rules().get(lineage.rules().size() - 1);
      errors.stream()
          .map(error -> firstLines(error.getText()))
          .filter(text -> !text.isBlank())
          .distinct()
          .forEach(text -> problems.add(place.file(), place.line(), "drl-compile", text));
    }
  }

  private static String firstLines(String text) {
    int end = text.indexOf("Java source of");
    String part = (end >= 0 ? text.substring(0, end) : text).strip();
    return part.length() > 500 ? part.substring(0, 500) + " ..." : part;
  }

  private static boolean safe(byte[] compiled, Lineage lineage, Problems problems) {
    BreachReport report = new BreachReport(lineage.rules());
    ClassScan.scan(LoadedRules.classes(compiled)).forEach(breach -> report.add(breach, problems));
    return problems.none();
  }

  /** Runs with the context class loader of the rule engine, which looks its parts up by it. */
  private static <T> T inEngine(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(KieServices.class.getClassLoader());
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
