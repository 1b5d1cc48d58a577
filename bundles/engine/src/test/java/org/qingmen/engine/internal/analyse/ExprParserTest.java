package org.qingmen.engine.internal.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingmen.spi.facts.Fact;

@DisplayName("Expressions of rules")
class ExprParserTest {

  private static final Fact FACT =
      new Fact("item", Map.of("n", 10, "s", "abc", "yes", true, "day", "2026-10-01"));

  private static Object value(String text) {
    return new Evaluator().value(ExprParser.read(text), new Scope(FACT, Map.of("$n", 7), Map.of()));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '~',
      value = {
        "number(\"n\") >= 10 ~ true",
        "number(\"n\") > 10 ~ false",
        "number(\"missing\") < 10 ~ false",
        "!(number(\"missing\") < 10) ~ true",
        "text(\"s\") in (\"abc\", \"d\") ~ true",
        "text(\"s\") not in (\"abc\", \"d\") ~ false",
        "text(\"s\") matches \"a.*\" && flag(\"yes\") ~ true",
        "text(\"s\") not matches \"a.*\" || flag(\"no\") ~ false",
        "1 + 2 * 3 ~ 7",
        "(1 + 2) * 3 ~ 9",
        "-$n + 1 ~ -6",
        "7 / 2 ~ 3",
        "7 / 2.0 ~ 3.5",
        "Math.round(2.6) / 10.0 ~ 0.3",
        "(int) number(\"n\") ~ 10",
        "\"stage.\" + text(\"s\") + \".\" + 1 ~ stage.abc.1",
        "text(\"day\").compareTo(\"2026-09-30\") > 0 ~ true",
        "$n > 5 ? \"many\" : \"few\" ~ many",
        "Stages.rank(\"D\") ~ 9",
        "kind == \"item\" ~ true",
        "has(\"n\") && !has(\"m\") ~ true",
        "null == null ~ true",
      })
  @DisplayName("mean what they mean to the rule engine")
  void values(String text, String expected) {
    assertThat(value(text)).hasToString(expected);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "number(\"n\") >= 10",
        "text(\"s\") not in (\"abc\", \"d\")",
        "a && (b || !c)",
        "$c.minimumStage($fuel) >= 0",
        "new Exclusion($t, \"road\")"
      })
  @DisplayName("are shown as they are written")
  void shown(String text) {
    assertThat(ExprParser.read(text).text()).isEqualTo(text);
    assertThat(ExprParser.read(ExprParser.read(text).text())).isEqualTo(ExprParser.read(text));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"a >", "a b", "x -> y", "a @ b", "(a", "if (a) b;"})
  @DisplayName("that use more of the language are not guessed at")
  void notReadable(String text) {
    assertThatThrownBy(() -> ExprParser.read(text)).isInstanceOf(NotReadable.class);
  }

  @Test
  @DisplayName("of a consequence are calls")
  void statements() {
    assertThat(ExprParser.statements("outcome.deny(drools, $a); insert(new Exclusion($t, \"x\"));"))
        .hasSize(2);
    assertThatThrownBy(() -> ExprParser.statements("int x = 1;")).isInstanceOf(NotReadable.class);
  }
}
