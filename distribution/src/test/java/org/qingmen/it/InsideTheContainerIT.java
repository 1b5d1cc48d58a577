package org.qingmen.it;

import static org.junit.Assert.assertEquals;
import static org.ops4j.pax.exam.CoreOptions.environment;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.runtime.KieSession;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.karaf.options.LogLevelOption.LogLevel;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;

/** The wrapped libraries do their work inside the container, not only on a flat class path. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class InsideTheContainerIT {

  private static final String RULE =
      """
      package probe;
      global java.util.List fired;
      rule "heavy trucks are seen" when $load : Integer(this > 30) then fired.add($load); end
      """;

  @Configuration
  public Option[] theArchiveOfThisBuild() throws IOException {
    Path data = Archive.newFolder("data-inside");
    Files.createDirectories(data.resolve("deploy"));
    return new Option[] {
      karafDistributionConfiguration()
          .frameworkUrl(Archive.file().toUri().toString())
          .karafVersion(System.getProperty("karaf.version"))
          .name("Qingmen")
          .unpackDirectory(Archive.newFolder("exam").toFile()),
      environment("QINGMEN_HTTP_PORT=0"),
      environment("QINGMEN_SSH_PORT=0"),
      environment("QINGMEN_DATA=" + data),
      // The probe comes from the build's own repository; the product's is empty on purpose.
      editConfigurationFilePut(
          "etc/org.ops4j.pax.url.mvn.cfg",
          "org.ops4j.pax.url.mvn.localRepository",
          System.getProperty("org.ops4j.pax.url.mvn.localRepository")),
      vmOption("-Dqingmen.data=" + data),
      configureConsole().ignoreLocalConsole(),
      logLevel(LogLevel.WARN),
      keepRuntimeFolder()
    };
  }

  @Test
  public void aRuleFires() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(KieServices.class.getClassLoader());
    try {
      assertEquals(Set.of(33, 49), fire(20, 33, 49));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  public void aRouteRuns() throws Exception {
    try (CamelContext camel = new DefaultCamelContext()) {
      camel.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from("direct:weigh").transform(simple("${body} tonnes"));
            }
          });
      camel.start();

      String answer = camel.createProducerTemplate().requestBody("direct:weigh", 33, String.class);

      assertEquals("33 tonnes", answer);
    }
  }

  private static Set<Object> fire(Object... facts) {
    KieServices kie = KieServices.get();
    KieFileSystem files = kie.newKieFileSystem();
    files.write("src/main/resources/probe/probe.drl", RULE);
    KieBuilder builder = kie.newKieBuilder(files).buildAll(ExecutableModelProject.class);
    assertEquals(List.of(), builder.getResults().getMessages());
    List<Object> fired = new ArrayList<>();
    KieSession session = kie.newKieContainer(builder.getKieModule().getReleaseId()).newKieSession();
    session.setGlobal("fired", fired);
    for (Object fact : facts) {
      session.insert(fact);
    }
    session.fireAllRules();
    session.dispose();
    return Set.copyOf(fired);
  }
}
