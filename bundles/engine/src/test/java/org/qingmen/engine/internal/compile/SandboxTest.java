package org.qingmen.engine.internal.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingmen.engine.internal.life.PackBuilder;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.spi.pack.PackProblem;

@DisplayName("A rule cannot escape:")
class SandboxTest {

  private static final String PACK =
      """
      id: trial.gate
      version: 1.0.0
      kind: gate
      title: {zh: 试验, en: Trial}
      policy: 试验办法
      region: "000000"
      validFrom: 2020-01-01
      owner: {name: 试验, contact: test@qingmen.org}
      """;

  private static final PackBuilder BUILDER = new PackBuilder();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          runs a command                   | Runtime.getRuntime().exec("id");
          starts a process                 | new ProcessBuilder("id").start();
          writes a file                    | new java.io.FileWriter("/tmp/x").write("x");
          deletes a file                   | java.nio.file.Files.delete(java.nio.file.Path.of("/tmp/x"));
          opens a socket                   | new java.net.Socket("localhost", 80);
          reads a URL                      | new java.net.URL("http://localhost").openStream();
          stops the server                 | System.exit(1);
          prints                           | System.out.println("x");
          reads a system property          | System.getProperty("user.home");
          reads the environment            | System.getenv("HOME");
          loads a class by name            | Class.forName("java.lang.Runtime");
          reflects on an object            | $p.getClass().getMethods();
          starts a thread                  | new Thread(() -> { }).start();
          sleeps                           | Thread.sleep(1000);
          uses a parallel stream           | List.of(1, 2).parallelStream().forEach(x -> { });
          waits                            | $p.wait();
          reaches the engine               | drools.getKieRuntime().getKieBase();
          reaches the engine by its type   | ((org.drools.model.Drools) drools).getRuntime(org.kie.api.runtime.KieRuntime.class).halt();
          loops for ever                   | while (true) { outcome.allow(drools); }
          loops over a range               | for (int i = 0; i < 2000000000; i++) { outcome.allow(drools); }
          makes a huge array               | int[] a = new int[2000000000]; outcome.allow(drools, a.length);
          makes an array of arrays         | int[][] a = new int[50000][50000];
          makes an array of unknown size   | long[] a = new long[$p.getPictures() * 1000000000];
          repeats a text                   | outcome.allow(drools, "x".repeat(2000000000));
          pads a text                      | outcome.allow(drools, String.format("%2000000000d", 1));
          matches a poisonous pattern      | outcome.allow(drools, java.util.regex.Pattern.compile("(a+)+$").matcher("aaaa").matches());
          compiles a computed pattern      | outcome.allow(drools, java.util.regex.Pattern.compile($p.getPlate()).matcher("a").matches());
          splits by a pattern              | outcome.allow(drools, "a".split("(a+)+$"));
          declares a class                 | Object o = new Object() { public String toString() { return toString(); } }; outcome.allow(drools, o);
          locks                            | synchronized ($p) { outcome.allow(drools); }
          registers a hook                 | java.util.concurrent.ForkJoinPool.commonPool();
          looks up a service               | java.util.ServiceLoader.load(Object.class);
          reaches the container            | org.osgi.framework.FrameworkUtil.getBundle(Object.class);
          reaches the engine of the house  | new org.qingmen.engine.internal.pack.Problems();
          evaluates a script               | new javax.script.ScriptEngineManager();
          """)
  void refused(String attack, String consequence) {
    assertThat(problems(drl("", "$p : Passage()", consequence))).as(attack).isNotEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          runs a command in a condition    | $p : Passage(Runtime.getRuntime() != null)
          loads a class in an eval         | $p : Passage() eval(Class.forName("x") != null)
          has a poisonous pattern          | $p : Passage(plate matches "(a+)+b")
          asks the system for the time     | $p : Passage(System.currentTimeMillis() > 0)
          passes texts between rules       | $s : String()
          matches any object               | $o : Object()
          reads a bundle                   | $p : Passage(org.osgi.framework.FrameworkUtil.getBundle(null) == null)
          """)
  void refusedInConditions(String attack, String condition) {
    assertThat(problems(drl("", condition, "outcome.allow(drools);"))).as(attack).isNotEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a function                | function int f(int n) { return f(n - 1) + f(n - 2); }
          a declared type           | declare Counter n : int end
          a forbidden import        | import java.io.File
          an imported function      | import function java.lang.Runtime.getRuntime
          a static import           | import static java.lang.System.exit
          an accumulate function    | import accumulate java.lang.Object x
          an unknown global         | global java.io.File file
          a query                   | query "all" Passage() end
          """)
  void refusedAtTheTop(String attack, String declaration) {
    assertThat(problems(drl(declaration, "$p : Passage()", "outcome.allow(drools);")))
        .as(attack)
        .isNotEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          arithmetic and comparison | $p : Passage(tonnes != null, tonnes > 1.5 * 2)    | outcome.warn(drools, Math.round($p.getTonnes()));
          texts                     | $p : Passage(plate matches "冀.*", cargo != "煤")  | outcome.warn(drools, "a" + $p.getPlate().substring(1));
          branches                  | $p : Passage()                                    | if ($p.isHeavy()) { outcome.warn(drools); } else { outcome.allow(drools); }
          dates                     | $p : Passage(registered != null)                  | outcome.warn(drools, java.time.LocalDate.parse($p.getRegistered()).plusYears(5).toString());
          accumulate                | accumulate(Listed($r : reason); $n : count(); $n > 1) | outcome.deny(drools, $n);
          existence                 | exists Listed() not Control()                     | outcome.deny(drools);
          collections               | $e : Enterprise(industries contains "I15")        | outcome.warn(drools, $e.getIndustries().size());
          """)
  @DisplayName("but an honest rule passes:")
  void passes(String what, String condition, String consequence) {
    assertThat(problems(drl("", condition, consequence))).as(what).isEmpty();
  }

  private static List<PackProblem> problems(String drl) {
    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put("pack.yaml", PACK.getBytes(StandardCharsets.UTF_8));
    files.put("rules/trial.drl", drl.getBytes(StandardCharsets.UTF_8));
    Problems problems = new Problems();
    BUILDER
        .build(new PackFiles(files), (id, none) -> java.util.Optional.empty(), true, problems)
        .ifPresent(built -> built.pack().close());
    return problems.all();
  }

  private static String drl(String top, String when, String then) {
    return """
        package trial.gate;
        import org.qingmen.spi.facts.*;
        import java.util.List;
        %s
        global Outcome outcome;
        global Parameters parameters;
        rule "trial"
          @code("trial") @clause("第一条") @zh("试验 {0}") @en("trial {0}")
        when
          %s
        then
          %s
        end
        """
        .formatted(top, when, then);
  }
}
