package org.qingmen.engine.internal.analyse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qingmen.engine.internal.analyse.Lexer.Kind;
import org.qingmen.engine.internal.analyse.Lexer.Token;

/** Reads expressions and statements of rules. */
final class ExprParser {

  private static final Map<String, Integer> STRENGTH =
      Map.ofEntries(
          Map.entry("||", 1),
          Map.entry("&&", 2),
          Map.entry("==", 3),
          Map.entry("!=", 3),
          Map.entry("<", 4),
          Map.entry("<=", 4),
          Map.entry(">", 4),
          Map.entry(">=", 4),
          Map.entry("in", 4),
          Map.entry("not", 4),
          Map.entry("matches", 4),
          Map.entry("+", 5),
          Map.entry("-", 5),
          Map.entry("*", 6),
          Map.entry("/", 6),
          Map.entry("%", 6));
  private static final Set<String> CASTS =
      Set.of("int", "long", "double", "float", "String", "Object");

  private final List<Token> tokens;
  private int at;

  private ExprParser(String text) {
    this.tokens = Lexer.tokens(text);
  }

  /**
   * One expression.
   *
   * @throws NotReadable when it is something else
   */
  static Expr read(String text) {
    ExprParser parser = new ExprParser(text);
    Expr expr = parser.choice();
    parser.expect(Kind.END, "");
    return expr;
  }

  /**
   * Statements, each a call.
   *
   * @throws NotReadable when one is something else
   */
  static List<Expr> statements(String text) {
    ExprParser parser = new ExprParser(text);
    List<Expr> statements = new ArrayList<>();
    while (parser.now().kind() != Kind.END) {
      if (!parser.take(";")) {
        Expr statement = parser.choice();
        if (!(statement instanceof Expr.Call)) {
          throw new NotReadable(statement.text());
        }
        parser.expect(Kind.SIGN, ";");
        statements.add(statement);
      }
    }
    return statements;
  }

  private Expr choice() {
    Expr condition = binary(1);
    if (!take("?")) {
      return condition;
    }
    Expr yes = choice();
    expect(Kind.SIGN, ":");
    return new Expr.Choice(condition, yes, choice());
  }

  private Expr binary(int weakest) {
    Expr left = unary();
    while (now().kind() != Kind.TEXT) {
      String operator = now().text();
      Integer strength = STRENGTH.get(operator);
      if (strength == null || strength < weakest) {
        return left;
      }
      at++;
      left =
          operator.equals("in") || operator.equals("not") || operator.equals("matches")
              ? worded(left, operator)
              : new Expr.Binary(operator, left, binary(strength + 1));
    }
    return left;
  }

  /** {@code in}, {@code matches}, and either with {@code not} before it. */
  private Expr worded(Expr left, String word) {
    boolean negated = word.equals("not");
    String operator = negated ? tokens.get(at++).text() : word;
    if (operator.equals("in")) {
      expect(Kind.SIGN, "(");
      return new Expr.In(left, list(), negated);
    }
    if (!operator.equals("matches")) {
      throw new NotReadable(operator);
    }
    return new Expr.Binary(negated ? "not matches" : "matches", left, binary(5));
  }

  private Expr unary() {
    if (take("!")) {
      return new Expr.Unary("!", unary());
    }
    if (take("-")) {
      return new Expr.Unary("-", unary());
    }
    boolean cast =
        now().is("(") && CASTS.contains(tokens.get(at + 1).text()) && tokens.get(at + 2).is(")");
    if (cast) {
      String type = tokens.get(at + 1).text();
      at += 3;
      return new Expr.Cast(type, unary());
    }
    return followed(primary());
  }

  private Expr followed(Expr target) {
    Expr expr = target;
    while (take(".")) {
      String name = expect(Kind.WORD, null).text();
      expr = take("(") ? new Expr.Call(expr, name, list()) : new Expr.Member(expr, name);
    }
    return expr;
  }

  private Expr primary() {
    Token token = tokens.get(at++);
    if (token.is("(")) {
      Expr inner = choice();
      expect(Kind.SIGN, ")");
      return inner;
    }
    return switch (token.kind()) {
      case NUMBER -> new Expr.Literal(number(token.text()));
      case TEXT -> new Expr.Literal(token.text());
      case WORD -> word(token.text());
      default -> throw new NotReadable(token.text());
    };
  }

  private Expr word(String word) {
    return switch (word) {
      case "true" -> new Expr.Literal(true);
      case "false" -> new Expr.Literal(false);
      case "null" -> new Expr.Literal(null);
      case "new" -> {
        String type = expect(Kind.WORD, null).text();
        expect(Kind.SIGN, "(");
        yield new Expr.New(type, list());
      }
      default -> take("(") ? new Expr.Call(null, word, list()) : new Expr.Name(word);
    };
  }

  /** What stands between parentheses, the first of which was taken. */
  private List<Expr> list() {
    List<Expr> items = new ArrayList<>();
    if (take(")")) {
      return items;
    }
    do {
      items.add(choice());
    } while (take(","));
    expect(Kind.SIGN, ")");
    return items;
  }

  private static Object number(String text) {
    if (text.matches("\\d+")) {
      return Integer.valueOf(text);
    }
    return text.matches("\\d+[lL]")
        ? (Object) Long.valueOf(text.substring(0, text.length() - 1))
        : Double.valueOf(text.replaceAll("[dDfFBI]$", ""));
  }

  private Token now() {
    return tokens.get(at);
  }

  private boolean take(String sign) {
    if (now().is(sign)) {
      at++;
      return true;
    }
    return false;
  }

  private Token expect(Kind kind, String text) {
    Token token = tokens.get(at++);
    if (token.kind() != kind || text != null && !token.text().equals(text)) {
      throw new NotReadable(token.text());
    }
    return token;
  }
}
