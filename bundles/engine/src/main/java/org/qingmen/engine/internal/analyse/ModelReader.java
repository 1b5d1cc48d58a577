package org.qingmen.engine.internal.analyse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.qingmen.engine.internal.pack.Drl;
import org.qingmen.engine.internal.pack.RuleMeta;

/** Reads the rules of a file into the model. */
final class ModelReader {

  private static final Pattern BINDING =
      Pattern.compile("\\s*([\\p{L}_$][\\p{L}\\p{N}_$]*)\\s*:(?!:)(.*)", Pattern.DOTALL);
  private static final Pattern KIND = Pattern.compile("kind == \"([^\"]+)\"");
  private static final Set<String> BOOLEANS =
      Set.of("==", "!=", "<", "<=", ">", ">=", "&&", "||", "matches", "not matches");

  private ModelReader() {}

  /**
   * The rules of a file that compiles.
   *
   * @throws NotReadable with the rule and what in it is not understood
   */
  static List<RuleModel> read(Drl drl) {
    List<RuleModel> rules = new ArrayList<>();
    for (RuleDescr rule : parse(drl).getRules()) {
      RuleMeta meta =
          drl.rules().stream()
              .filter(r -> r.name().equals(rule.getName()))
              .findFirst()
              .orElseThrow();
      try {
        rules.add(
            new RuleModel(
                meta,
                salience(rule),
                elements(rule.getLhs()),
                ExprParser.statements(String.valueOf(rule.getConsequence()))));
      } catch (NotReadable e) {
        throw new NotReadable(drl.origin().at(rule.getLine()) + " " + e.getMessage());
      }
    }
    return rules;
  }

  private static PackageDescr parse(Drl drl) {
    try {
      return new DrlParser().parse(false, drl.text());
    } catch (DroolsParserException e) {
      throw new NotReadable(e.getMessage());
    }
  }

  private static int salience(RuleDescr rule) {
    for (AttributeDescr attribute : rule.getAttributes().values()) {
      if (!Set.of("salience", "dialect").contains(attribute.getName())) {
        throw new NotReadable(attribute.getName());
      }
    }
    AttributeDescr salience = rule.getAttributes().get("salience");
    try {
      return salience == null ? 0 : Integer.parseInt(salience.getValue().strip());
    } catch (NumberFormatException e) {
      throw new NotReadable(salience.getValue());
    }
  }

  private static List<Element> elements(ConditionalElementDescr group) {
    List<Element> elements = new ArrayList<>();
    for (Object part : group.getDescrs()) {
      if (part instanceof AndDescr and) {
        elements.addAll(elements(and));
      } else {
        elements.add(element((BaseDescr) part));
      }
    }
    return elements;
  }

  private static Element element(BaseDescr descr) {
    if (descr instanceof PatternDescr pattern && pattern.getSource() == null) {
      return pattern(pattern);
    }
    if (descr instanceof NotDescr not) {
      return new Element.Existence(false, elements(not), not.getLine());
    }
    if (descr instanceof ExistsDescr exists) {
      return new Element.Existence(true, elements(exists), exists.getLine());
    }
    if (descr instanceof OrDescr or) {
      List<List<Element>> ways = new ArrayList<>();
      for (BaseDescr way : or.getDescrs()) {
        ways.add(way instanceof AndDescr and ? elements(and) : List.of(element(way)));
      }
      return new Element.Either(ways, or.getLine());
    }
    throw new NotReadable(descr.getClass().getSimpleName());
  }

  private static Element pattern(PatternDescr pattern) {
    List<Condition> conditions = new ArrayList<>();
    String kind = null;
    for (BaseDescr part : pattern.getDescrs()) {
      if (!(part instanceof ExprConstraintDescr constraint)) {
        throw new NotReadable(part.getClass().getSimpleName());
      }
      Condition condition = condition(constraint);
      Matcher named = KIND.matcher(condition.text());
      if (kind == null && pattern.getObjectType().equals("Fact") && named.matches()) {
        kind = named.group(1);
      } else {
        conditions.add(condition);
      }
    }
    String type = pattern.getObjectType();
    return new Element.Pattern(
        pattern.getIdentifier(),
        type.substring(type.lastIndexOf('.') + 1),
        kind,
        conditions,
        pattern.getLine());
  }

  private static Condition condition(ExprConstraintDescr constraint) {
    Matcher bound = BINDING.matcher(constraint.getExpression());
    int line = constraint.getLine();
    if (!bound.matches()) {
      return new Condition(null, ExprParser.read(constraint.getExpression()), true, line);
    }
    Expr value = ExprParser.read(bound.group(2));
    boolean test = value instanceof Expr.Binary binary && BOOLEANS.contains(binary.operator());
    if (test) {
      throw new NotReadable(constraint.getExpression());
    }
    return new Condition(bound.group(1), value, false, line);
  }
}
