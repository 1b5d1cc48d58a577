package org.qingmen.camelhost.internal.guard;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qingmen.camelhost.RouteGuard.Problem;

/**
 * Expressions of Camel's simple language can call methods, read the environment and load classes.
 * Only those that read the message, the time or a random number are allowed.
 */
final class Expressions {

  private static final int LONGEST = 200;
  private static final Pattern START = Pattern.compile("\\$(simple)?\\{");
  private static final Pattern HARMLESS =
      Pattern.compile(
          "body|bodyAs\\(String\\)|bodyOneLine|(body|headers?)(\\[[\\w-]+\\])+|"
              + "(header|headers|exchangeProperty)[.:][\\w-]+|exchangeId|routeId|uuid|"
              + "exception\\.message|date:(now|exchangeCreated):[\\w:'. -]+|"
              + "random\\(\\d{1,6}(,\\d{1,6})?\\)|"
              + "file:(name|onlyname|ext|size|modified|name\\.noext|onlyname\\.noext)");

  private Expressions() {}

  static void check(String text, String where, List<Problem> problems) {
    if (text.contains("{{") || text.contains("{?")) {
      RouteDocument.add(problems, "placeholder-not-allowed", where, text);
    }
    if (text.startsWith("resource:")) {
      RouteDocument.add(problems, "expression-not-allowed", where, text);
    }
    Matcher start = START.matcher(text);
    while (start.find()) {
      int end = text.indexOf('}', start.end());
      String inside = end < 0 ? text.substring(start.end()) : text.substring(start.end(), end);
      if (end < 0 || inside.length() > LONGEST || !HARMLESS.matcher(inside.strip()).matches()) {
        RouteDocument.add(problems, "expression-not-allowed", where, inside);
      }
    }
  }
}
