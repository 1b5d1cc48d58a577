package org.qingmen.engine.internal.analyse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an expression into tokens. */
final class Lexer {

  /** What a token is. */
  enum Kind {
    NUMBER,
    TEXT,
    WORD,
    SIGN,
    END
  }

  /** A token; texts without their quotes. */
  record Token(Kind kind, String text) {

    boolean is(String sign) {
      return kind != Kind.TEXT && text.equals(sign);
    }
  }

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|//[^\\n]*|/\\*.*?\\*/"
              + "|(?<number>\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?[lLdDfFBI]?)"
              + "|\"(?<double>(?:\\\\.|[^\"\\\\])*)\"|'(?<single>(?:\\\\.|[^'\\\\])*)'"
              + "|(?<word>[\\p{L}_$][\\p{L}\\p{N}_$]*)"
              + "|(?<sign>&&|\\|\\||==|!=|<=|>=|!\\.|[-<>+*/%!().,?:;])",
          Pattern.DOTALL);

  private Lexer() {}

  static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new NotReadable(text.substring(at, Math.min(text.length(), at + 20)));
      }
      add(matcher, tokens);
      at = matcher.end();
    }
    tokens.add(new Token(Kind.END, ""));
    return tokens;
  }

  private static void add(Matcher matcher, List<Token> tokens) {
    if (matcher.group("number") != null) {
      tokens.add(new Token(Kind.NUMBER, matcher.group("number")));
    } else if (matcher.group("word") != null) {
      tokens.add(new Token(Kind.WORD, matcher.group("word")));
    } else if (matcher.group("sign") != null) {
      tokens.add(new Token(Kind.SIGN, matcher.group("sign").equals("!.") ? "." : matcher.group()));
    } else if (matcher.group("double") != null || matcher.group("single") != null) {
      String quoted =
          matcher.group("double") != null ? matcher.group("double") : matcher.group("single");
      tokens.add(new Token(Kind.TEXT, quoted.translateEscapes()));
    }
  }
}
