package org.qingmen.engine.internal.compile;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the compiled rules may refer to; everything else is refused. */
final class Allowed {

  private static final List<String> OWNERS =
      List.of(
          "org/qingmen/spi/facts/",
          "org/qingmen/model/",
          "org/drools/modelcompiler/dsl/pattern/",
          "org/drools/modelcompiler/util/EvaluationUtil",
          "org/drools/model/PatternDSL",
          "org/drools/model/DomainClassMetadata",
          "org/drools/model/BitMask",
          "org/drools/model/Index",
          "org/drools/model/Rule",
          "org/drools/model/Model",
          "org/drools/model/Global",
          "org/drools/model/Variable",
          "org/drools/model/bitmask/",
          "org/drools/model/consequences/",
          "org/drools/model/functions/PredicateInformation",
          "org/drools/model/functions/HashedExpression",
          "org/drools/model/functions/accumulate/",
          "org/drools/model/impl/RuleBuilder",
          "org/drools/model/impl/ModelImpl",
          "org/drools/model/operators/",
          "org/drools/model/view/",
          "org/drools/core/base/accumulators/",
          "java/lang/Boolean",
          "java/lang/Byte",
          "java/lang/Short",
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Float",
          "java/lang/Double",
          "java/lang/Number",
          "java/lang/Character",
          "java/lang/Math",
          "java/lang/Comparable");

  private static final Set<String> ANY_OBJECT = Set.of("<init>", "equals");

  private static final Map<String, Set<String>> METHODS =
      Map.ofEntries(
          Map.entry("java/lang/Object", ANY_OBJECT),
          Map.entry("java/lang/Enum", Set.of("<init>", "valueOf", "compareTo", "name", "ordinal")),
          // facts are given, never made: rules could feed one another without end
          Map.entry(
              "org/qingmen/spi/facts/Fact",
              Set.of("kind", "getKind", "has", "text", "number", "flag")),
          Map.entry("java/lang/IllegalArgumentException", Set.of("<init>")),
          Map.entry("java/lang/RuntimeException", Set.of("<init>")),
          Map.entry(
              "java/lang/String",
              Set.of(
                  "equals",
                  "equalsIgnoreCase",
                  "compareTo",
                  "compareToIgnoreCase",
                  "hashCode",
                  "toString",
                  "length",
                  "isEmpty",
                  "isBlank",
                  "charAt",
                  "substring",
                  "indexOf",
                  "lastIndexOf",
                  "startsWith",
                  "endsWith",
                  "contains",
                  "strip",
                  "trim",
                  "replace",
                  "toUpperCase",
                  "toLowerCase",
                  "concat",
                  "valueOf")),
          Map.entry("java/lang/System", Set.of("arraycopy")),
          Map.entry("java/lang/StringBuilder", Set.of("<init>", "append", "toString")),
          Map.entry("java/util/Objects", Set.of("equals", "isNull", "nonNull")),
          Map.entry("java/util/ArrayList", Set.of("<init>", "add", "size", "get", "contains")),
          Map.entry("java/util/Arrays", Set.of("asList")),
          Map.entry("java/util/Collections", Set.of("emptyList")),
          Map.entry("java/util/List", Set.of("add", "size", "get", "contains", "isEmpty", "of")),
          Map.entry("java/util/Collection", Set.of("size", "contains", "isEmpty")),
          Map.entry("java/util/Set", Set.of("size", "contains", "isEmpty")),
          Map.entry("java/util/Map", Set.of("size", "get", "containsKey", "isEmpty")),
          Map.entry("java/util/regex/Pattern", Set.of("compile", "matcher")),
          Map.entry("java/util/regex/Matcher", Set.of("matches")),
          Map.entry("java/util/Locale", Set.of("ENGLISH")),
          Map.entry(
              "java/time/LocalDate",
              Set.of(
                  "parse",
                  "of",
                  "isBefore",
                  "isAfter",
                  "isEqual",
                  "plusDays",
                  "plusMonths",
                  "plusYears",
                  "minusDays",
                  "minusMonths",
                  "minusYears",
                  "toString",
                  "getYear",
                  "getMonthValue",
                  "getDayOfMonth",
                  "compareTo",
                  "equals")),
          Map.entry(
              "java/time/format/DateTimeFormatterBuilder",
              Set.of("<init>", "appendPattern", "parseCaseInsensitive", "toFormatter")),
          Map.entry("org/drools/util/DateUtils", Set.of("getDateFormatMask")),
          Map.entry(
              "org/drools/model/Drools",
              // the other calls would take facts away from rules of other packs, or silence them
              Set.of("insert")));

  /** What every object has and no rule needs, and what asks the machine instead of the facts. */
  private static final Set<String> NEVER =
      Set.of(
          "getClass",
          "wait",
          "notify",
          "notifyAll",
          "clone",
          "finalize",
          "getInteger",
          "getLong",
          "getBoolean",
          "random",
          "describeConstable",
          "resolveConstantDesc");

  /** Makers of empty things; others take a size, which may be huge. */
  private static final Map<String, Set<String>> MAKERS =
      Map.of(
          "java/util/ArrayList", Set.of("()V"),
          "java/lang/StringBuilder", Set.of("()V", "(Ljava/lang/String;)V"));

  private static final List<String> GIVEN = List.of("org/qingmen/spi/facts/", "org/qingmen/model/");

  private Allowed() {}

  /** Whether a method may be called, of those that share a name. */
  static boolean call(String owner, String name, String descriptor) {
    if (name.equals("<init>")) {
      boolean given = GIVEN.stream().anyMatch(owner::startsWith);
      boolean made = !given || owner.equals("org/qingmen/spi/facts/Exclusion");
      return made && MAKERS.getOrDefault(owner, Set.of(descriptor)).contains(descriptor);
    }
    boolean characters = descriptor.startsWith("(CC)");
    return !owner.equals("java/lang/String") || !name.equals("replace") || characters;
  }

  /** Whether a member of a class may be used. */
  static boolean member(String owner, String name) {
    if (NEVER.contains(name)) {
      return false;
    }
    if (owner.startsWith("org/drools/model/operators/SoundsLike")) {
      return false;
    }
    if (!Steady.member(owner, name)) {
      return false;
    }
    Set<String> names = METHODS.get(owner);
    return names == null ? OWNERS.stream().anyMatch(owner::startsWith) : names.contains(name);
  }

  /** Whether a class may be named. */
  static boolean type(String name) {
    return METHODS.containsKey(name)
        || OWNERS.stream().anyMatch(name::startsWith)
        || name.equals("org/drools/model/RuleItemBuilder")
        || name.startsWith("org/drools/model/functions/");
  }
}
