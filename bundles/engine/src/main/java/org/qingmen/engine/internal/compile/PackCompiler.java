package org.qingmen.engine.internal.compile;

import java.util.ArrayList;
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
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.pack.RulePack;

/**
 * Compiles packs to the executable model behind the fences of the sandbox. The classic compiler is
 * asked only for where an error is, because it alone knows file and line; it never runs anything.
 */
public final class PackCompiler {

  private static final String SOURCES = "src/main/resources/";

  private final AtomicLong counter = new AtomicLong();

  /**
   * Compiles a pack together with its base.
   *
   * @param base the pack it extends, null for none
   * @return empty when it does not compile or breaks out; {@code problems} then says why
   */
  public Optional<CompiledPack> compile(RulePack pack, RulePack base, Problems problems) {
    return inEngine(() -> compileInside(pack, base, problems));
  }

  private Optional<CompiledPack> compileInside(RulePack pack, RulePack base, Problems problems) {
    KieServices services = KieServices.get();
    ReleaseId id =
        services.newReleaseId(
            "qingmen.packs", pack.descriptor().id(), "1." + counter.incrementAndGet());
    Map<String, Drl> sources = new HashMap<>();
    KieFileSystem files = files(services, id, pack, base, sources);
    SandboxLoader loader = new SandboxLoader();
    KieBuilder builder = services.newKieBuilder(files, loader);
    builder.buildAll(ExecutableModelProject.class);
    List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
    if (!errors.isEmpty()) {
      services.getRepository().removeKieModule(id);
      diagnose(pack, base, errors, problems);
      return Optional.empty();
    }
    KieModule module = ((KieBuilderImpl) builder).getKieModuleIgnoringErrors();
    if (!safe((InternalKieModule) module, pack, base, problems)) {
      services.getRepository().removeKieModule(id);
      return Optional.empty();
    }
    LoadedRules rules = new LoadedRules(id, services.newKieContainer(id, loader));
    return Optional.of(new CompiledPack(pack, base, rules));
  }

  private static KieFileSystem files(
      KieServices services, ReleaseId id, RulePack pack, RulePack base, Map<String, Drl> sources) {
    KieFileSystem files = services.newKieFileSystem();
    files.generateAndWritePomXML(id);
    List<Drl> all = new ArrayList<>(base == null ? List.of() : base.rules());
    all.addAll(pack.rules());
    for (Drl drl : all) {
      String folder = drl.drlPackage().replace('.', '/');
      String path = folder + "/f" + sources.size() + ".drl";
      sources.put(path, drl);
      files.write(SOURCES + path, drl.text());
    }
    return files;
  }

  /** Compiles again in the classic way, just to learn file and line. */
  private void diagnose(RulePack pack, RulePack base, List<Message> errors, Problems problems) {
    KieServices services = KieServices.get();
    ReleaseId id =
        services.newReleaseId(
            "qingmen.packs", pack.descriptor().id(), "0." + counter.incrementAndGet());
    Map<String, Drl> sources = new HashMap<>();
    KieFileSystem files = files(services, id, pack, base, sources);
    KieBuilder classic = services.newKieBuilder(files, new SandboxLoader());
    classic.buildAll();
    services.getRepository().removeKieModule(id);
    List<Message> better = classic.getResults().getMessages(Message.Level.ERROR);
    for (Message error : better) {
      Drl drl = sources.get(String.valueOf(error.getPath()).replaceFirst("^" + SOURCES, ""));
      if (drl != null) {
        int line = Math.max(error.getLine(), 0);
        problems.add(drl.path(), line, "drl-compile", firstLines(error.getText()));
      }
    }
    if (problems.none()) {
      errors.stream()
          .map(error -> firstLines(error.getText()))
          .filter(text -> !text.isBlank())
          .distinct()
          .forEach(text -> problems.add(null, 0, "drl-compile", text));
    }
  }

  private static String firstLines(String text) {
    int end = text.indexOf("Java source of");
    String part = (end >= 0 ? text.substring(0, end) : text).strip();
    return part.length() > 500 ? part.substring(0, 500) + " ..." : part;
  }

  private static boolean safe(
      InternalKieModule module, RulePack pack, RulePack base, Problems problems) {
    Map<String, byte[]> classes = new HashMap<>();
    for (String file : module.getFileNames()) {
      if (file.endsWith(".class") && !file.startsWith("org/drools/project/model/ProjectModel")) {
        classes.put(file.substring(0, file.length() - ".class".length()), module.getBytes(file));
      }
    }
    BreachReport report = new BreachReport(CompiledPack.metas(pack, base).values());
    ClassScan.scan(classes).forEach(breach -> report.add(breach, problems));
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
