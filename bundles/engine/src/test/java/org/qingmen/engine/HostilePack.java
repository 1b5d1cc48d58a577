package org.qingmen.engine;

/** The parts of a pack that means harm. */
final class HostilePack {

  /** What it says of itself. */
  static final String DESCRIPTOR =
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

  private static final String HEAD =
      """
      package trial.gate;
      import org.qingmen.spi.facts.*;
      global Outcome outcome;
      global Parameters parameters;
      """;

  private HostilePack() {}

  /** A rule file with one rule. */
  static String rule(String top, String attribute, String when, String then) {
    return """
        package trial.gate;
        import org.qingmen.spi.facts.*;
        import java.util.List;
        %s
        global Outcome outcome;
        global Parameters parameters;
        rule "trial"
          @code("trial") @clause("第一条") @zh("试验 {0}") @en("trial {0}")
          %s
        when
          %s
        then
          %s
        end
        """
        .formatted(top, attribute, when, then);
  }

  /** A rule file with several rules, each written as its conditions, an arrow, and what it does. */
  static String rules(String... rules) {
    StringBuilder file = new StringBuilder(HEAD);
    for (int i = 0; i < rules.length; i++) {
      String[] parts = rules[i].split(" => ");
      file.append(
          """
          rule "trial %d"
            @code("trial") @clause("第一条") @zh("试验") @en("trial")
          when
            %s
          then
            %s
          end
          """
              .formatted(i, parts[0], parts[1]));
    }
    return file.toString();
  }
}
