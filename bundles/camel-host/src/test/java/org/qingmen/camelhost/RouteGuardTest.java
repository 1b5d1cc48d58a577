package org.qingmen.camelhost;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteGuardTest {

  private final RouteGuard guard = new RouteGuard(RouteGuard.COMPONENTS, Path.of("/srv/data"));

  @Test
  void aRouteThatOnlyCarriesMessagesMayRun() {
    assertThat(
            guard.check(
                """
                - route:
                    id: dialect
                    from:
                      uri: netty-http:http://0.0.0.0:8199/push
                      parameters: {httpMethodRestrict: POST}
                      steps:
                        - unmarshal: {json: {library: Jackson}}
                        - setHeader: {name: plate, simple: "${body[plate]}"}
                        - choice:
                            when:
                              - jsonpath: {expression: "$[?(@.kind == 'x')]"}
                                steps: [{log: "at ${date:now:HH:mm}"}]
                            otherwise:
                              steps:
                                - to: "file:/srv/data/exchange?fileName=${exchangeId}.json"
                        - to: qingmen:passage?enterprise=E1
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exec:ls",
        "bean:x",
        "class:java.lang.Runtime",
        "language:groovy:x",
        "ssh:host",
        "docker:x",
        "jdbc:x",
        "sql:select 1",
        "ftp:host",
        "velocity:x",
        "xslt:x",
        "ref:x",
        "scheduler:x",
        "file-watch:x",
        "EXEC:ls",
        "exec%3Als"
      })
  void aComponentThatIsNotListedIsRefusedByName(String address) {
    assertThat(codes("- {from: {uri: 'timer:a', steps: [{to: '" + address + "'}]}}"))
        .containsExactly("component-not-allowed");
    assertThat(codes("- {from: {uri: '" + address + "', steps: [{stop: {}}]}}"))
        .containsExactly("component-not-allowed");
    assertThat(codes("- {from: {uri: 'timer:a', steps: [{toD: {uri: '" + address + "'}}]}}"))
        .containsExactly("component-not-allowed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bean: {beanType: java.lang.Runtime, method: exit}",
        "process: {ref: x}",
        "script: {groovy: 'System.exit(1)'}",
        "setBody: {groovy: '1'}",
        "setBody: {js: '1'}",
        "set-body: {method: {beanType: a, method: b}}",
        "recipientList: {simple: '${header.x}'}",
        "kamelet: {name: x}",
        "unmarshal: {customDataFormat: x}",
        "enrich: {constant: 'exec:ls'}"
      })
  void aWordThatRunsCodeIsRefusedByName(String step) {
    assertThat(codes("- {from: {uri: 'timer:a', steps: [{" + step + "}]}}"))
        .contains("word-not-allowed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${body.class.name}", "${bean:x}", "${type:java.lang.Runtime}", "${env.HOME}", "${sys.x}",
        "${body.getClass()}", "${camelContext.stop}", "${ref:x}", "$simple{bean:x}", "${body",
        "${header.x.class}", "${properties:x}", "${groovy:1}", "${header.a.b}", "${body${x}}"
      })
  void anExpressionThatReachesBeyondTheMessageIsRefused(String expression) {
    for (String step : List.of("log: ", "setBody: {simple: ", "toD: 'log:x?marker=")) {
      String close = step.contains("{") ? "}" : "";
      String open = step.endsWith("=") ? "" : "'";
      assertThat(
              codes(
                  "- {from: {uri: 'timer:a', steps: [{"
                      + step
                      + open
                      + expression
                      + "'"
                      + close
                      + "}]}}"))
          .as(step + expression)
          .contains("expression-not-allowed");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "netty:tcp://0.0.0.0:1?decoders=#x | option-not-allowed",
        "netty:tcp://0.0.0.0:1?transferExchange=true | option-not-allowed",
        "netty:tcp://0.0.0.0:1?serverInitializerFactory=x | option-not-allowed",
        "netty:tcp://0.0.0.0:1?keyStoreResource=file:/etc/x | option-not-allowed",
        "netty:tcp://0.0.0.0:1?allow%53erializedHeaders=true | option-not-allowed",
        "file:/etc | file-not-allowed",
        "file:/srv/data | file-not-allowed",
        "file:/srv/data/keys | file-not-allowed",
        "file:/srv/data/x/../keys | file-not-allowed",
        "file:/srv/data/../other | file-not-allowed",
        "file:relative | file-not-allowed",
        "file:/srv/data/x?fileName=../keys/a | option-not-allowed",
        "file:/srv/data/x?move=/etc/a | option-not-allowed",
        "log:x?marker={{env:HOME}} | placeholder-not-allowed",
      })
  void anOptionThatRunsCodeOrLeavesTheFolderIsRefused(String address, String code) {
    assertThat(codes("- {from: {uri: 'timer:a', steps: [{to: '" + address + "'}]}}"))
        .contains(code);
  }

  @Test
  void optionsInAMapAreLookedAtToo() {
    assertThat(
            codes(
                "- {from: {uri: 'netty:tcp://0.0.0.0:1', parameters: {decoders: '#class:x'},"
                    + " steps: [{stop: {}}]}}"))
        .containsExactly("option-not-allowed");
  }

  @Test
  void aDocumentThatCamelCouldReadDifferentlyIsRefused() {
    assertThat(codes("- {from: {uri: &a 'timer:a', steps: [{to: *a}]}}"))
        .containsExactly("route-anchor");
    assertThat(codes("- {from: {uri: 'timer:a', uri: 'exec:b', steps: []}}"))
        .containsExactly("route-not-yaml");
    assertThat(codes("a: [")).containsExactly("route-not-yaml");
    assertThat(codes("x: 1")).containsExactly("route-not-a-list");
    assertThat(codes("- beans: []")).contains("route-not-a-list", "word-not-allowed");
    assertThat(codes("")).containsExactly("route-not-a-list");
  }

  @Test
  void everyRefusalSaysWhatAndWhereInBothLanguages() {
    RouteGuard.Problem problem =
        guard.check("- {from: {uri: 'timer:a', steps: [{to: 'exec:ls'}]}}").get(0);
    assertThat(problem.where()).isEqualTo("/0/from/steps/0/to");
    assertThat(problem.message().zh()).contains("exec", "/0/from/steps/0/to");
    assertThat(problem.message().en()).contains("exec", "not allowed");
  }

  private List<String> codes(String yaml) {
    return guard.check(yaml).stream().map(RouteGuard.Problem::code).distinct().toList();
  }
}
