package org.qingmen.cli.connector;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A connector's sources, compiled on the fly, so that its captures can be tested without a build.
 * Routes are left out: they need the server.
 */
final class Sources implements AutoCloseable {

  private final Path folder;
  private final Path classes;
  private URLClassLoader loader;

  Sources(Path folder) throws IOException {
    this.folder = folder;
    this.classes = Files.createTempDirectory("connector");
  }

  /** Compiles; the answer names file, line and problem of each error. */
  List<String> compile() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IOException("no Java compiler: run with a JDK");
    }
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
      compiler
          .getTask(
              null, files, found, options, null, files.getJavaFileObjectsFromPaths(javaFiles()))
          .call();
    }
    return found.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(Sources::line)
        .toList();
  }

  private List<Path> javaFiles() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().endsWith("Routes.java"))
          .toList();
    }
  }

  private static String line(Diagnostic<? extends JavaFileObject> error) {
    String file = error.getSource() == null ? "?" : Path.of(error.getSource().getName()).toString();
    return file + ":" + error.getLineNumber() + ": " + error.getMessage(Locale.ROOT);
  }

  /** Sees the compiled classes and the resources. */
  ClassLoader loader() throws IOException {
    Path resources = folder.resolve("src/main/resources");
    loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL(), resources.toUri().toURL()},
            Sources.class.getClassLoader());
    return loader;
  }

  @Override
  public void close() throws IOException {
    if (loader != null) {
      loader.close();
    }
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
