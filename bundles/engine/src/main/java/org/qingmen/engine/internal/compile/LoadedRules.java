package org.qingmen.engine.internal.compile;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.drools.base.RuleBase;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.compiler.kie.builder.impl.MemoryKieModule;
import org.drools.modelcompiler.CanonicalKieModule;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/** Compiled rules in memory, shared by the packs that have the same ones. */
final class LoadedRules {

  /** The rule engine finds modules by a name while a container is made, so one at a time. */
  private static final Object ONE_AT_A_TIME = new Object();

  private static final String MODEL_FOLDER = "META-INF/kie/";

  private final KieContainer container;
  private final KieBase base;
  private final Set<String> globals;
  private final Joins joins;
  private final AtomicInteger users = new AtomicInteger(1);

  private LoadedRules(KieContainer container) {
    this.container = container;
    this.base = container.getKieBase();
    this.globals = Set.copyOf(((RuleBase) base).getGlobals().keySet());
    this.joins = Joins.of(base);
  }

  /** Loads what {@link PackCompiler} compiled. */
  static LoadedRules load(byte[] compiled) {
    MemoryFileSystem files = MemoryFileSystem.readFromJar(compiled);
    KieServices services = KieServices.get();
    ReleaseId id = id(services, files);
    KieModuleModel model = services.newKieModuleModel();
    model
        .newKieBaseModel("rules")
        .setDefault(true)
        .addPackage("*")
        .newKieSessionModel("session")
        .setDefault(true);
    synchronized (ONE_AT_A_TIME) {
      services
          .getRepository()
          .addKieModule(new CanonicalKieModule(new MemoryKieModule(id, model, files)));
      try {
        return new LoadedRules(services.newKieContainer(id, new SandboxLoader()));
      } finally {
        services.getRepository().removeKieModule(id);
      }
    }
  }

  /** Classes by their internal names, those that only name the model left out. */
  static Map<String, byte[]> classes(byte[] compiled) {
    MemoryFileSystem files = MemoryFileSystem.readFromJar(compiled);
    Map<String, byte[]> classes = new TreeMap<>();
    for (var path : files.getFilePaths()) {
      String name = path.asString();
      if (name.endsWith(".class") && !name.startsWith("org/drools/project/model/ProjectModel")) {
        classes.put(name.substring(0, name.length() - ".class".length()), files.getBytes(path));
      }
    }
    return classes;
  }

  private static ReleaseId id(KieServices services, MemoryFileSystem files) {
    for (var path : files.getFilePaths()) {
      String[] parts = path.asString().split("/");
      if (path.asString().startsWith(MODEL_FOLDER) && path.asString().endsWith("drools-model")) {
        return services.newReleaseId(parts[2], parts[3], parts[4]);
      }
    }
    throw new IllegalArgumentException("these are no compiled rules");
  }

  boolean declares(String global) {
    return globals.contains(global);
  }

  Joins joins() {
    return joins;
  }

  KieSession session() {
    return base.newKieSession();
  }

  /** Takes them for one more pack; false when they are gone. */
  boolean share() {
    return users.getAndUpdate(now -> now == 0 ? 0 : now + 1) > 0;
  }

  /** Gives them back for one pack; the last one frees them. */
  void dispose() {
    if (users.decrementAndGet() == 0) {
      container.dispose();
    }
  }
}
