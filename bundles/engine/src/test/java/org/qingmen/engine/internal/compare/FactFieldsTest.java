package org.qingmen.engine.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.qingmen.engine.RandomPassages;
import org.qingmen.engine.internal.json.FactsReader;
import org.qingmen.engine.internal.json.FactsWriter;
import org.qingmen.engine.internal.json.PassageWriter;
import org.qingmen.spi.facts.Control;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.KnownVehicle;
import org.qingmen.spi.facts.Listed;
import org.qingmen.spi.facts.Passage;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.facts.Traffic;
import org.qingmen.spi.facts.VehicleEvidence;

@DisplayName("The table of what rules read")
class FactFieldsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Class<?>> FACTS =
      List.of(
          Passage.class,
          Enterprise.class,
          VehicleEvidence.class,
          Listed.class,
          Control.class,
          KnownVehicle.class,
          Traffic.class);

  private final FactFields fields = new FactFields();

  @Test
  @DisplayName("names every property and method of every fact of a passage")
  void isComplete() {
    for (Class<?> type : FACTS) {
      for (Method method : type.getMethods()) {
        boolean own = method.getDeclaringClass() == type;
        boolean any = Set.of("equals", "hashCode", "toString").contains(method.getName());
        if (own && !any && !Modifier.isStatic(method.getModifiers())) {
          assertThat(fields.knows(FactFields.property(method.getName())))
              .as(type.getSimpleName() + "." + method.getName())
              .isTrue();
        }
      }
    }
  }

  @Test
  @DisplayName("leaves nothing out: a property changes only with the members it names")
  void namesAllMembers() throws Exception {
    RandomPassages passages = new RandomPassages(3);
    for (int i = 0; i < 60; i++) {
      ObjectNode facts = json(passages.next());
      ObjectNode other = json(passages.next());
      for (Class<?> type :
          List.of(
              Passage.class,
              KnownVehicle.class,
              Traffic.class,
              Enterprise.class,
              VehicleEvidence.class)) {
        for (Method method : getters(type)) {
          onlyBy(method, facts, other);
        }
      }
    }
  }

  @Test
  @DisplayName("takes a rule that hands a whole fact on for one that reads everything")
  void wholeFacts() {
    assertThat(fields.readBy(List.of("Passage(stageRank < 3, $s : stage)")))
        .contains("passage/vehicle/stage", "known/stage")
        .doesNotContain("*", "passage/plate");
    assertThat(fields.readBy(List.of("$c : Control(cap > 1) Passage(!$c.exempts(this))")))
        .contains("passage/plate", "passage/vehicle/usage")
        .doesNotContain("*");
    for (String rule :
        List.of(
            "$p : Passage() eval(String.valueOf($p).length() > 3)",
            "Passage(this == null)",
            "$p : Passage() Traffic(seen.contains($p))",
            "Passage(record.serial == \"1\")",
            "Passage(toString().length() > 2)")) {
      assertThat(fields.readBy(List.of(rule))).as(rule).containsExactly("*");
    }
  }

  /** Takes all members but the named ones from another record; the property must not notice. */
  private void onlyBy(Method getter, ObjectNode facts, ObjectNode other) throws Exception {
    String paths = fields.of(FactFields.property(getter.getName()));
    if (paths.equals("*")) {
      return;
    }
    ObjectNode mixed = other.deepCopy();
    for (String object : List.of("passage", "known", "traffic", "enterprise")) {
      if (facts.get(object).isNull() != mixed.get(object).isNull()) {
        mixed.set(object, facts.get(object).deepCopy());
      }
    }
    for (String path : paths.split("\\s+")) {
      put(mixed, facts, path);
    }
    Object before = value(getter, read(facts));
    Object after = value(getter, read(mixed));
    assertThat(Objects.equals(before, after))
        .as("%s rests on more than %s: %s, %s", getter, paths, before, after)
        .isTrue();
  }

  private static void put(ObjectNode into, ObjectNode from, String path) {
    JsonNode value = from.at("/" + path);
    int slash = path.lastIndexOf('/');
    JsonNode parent = into.at(slash < 0 ? "" : "/" + path.substring(0, slash));
    if (parent instanceof ObjectNode object) {
      String name = path.substring(slash + 1);
      if (value.isMissingNode()) {
        object.remove(name);
      } else {
        object.set(name, value);
      }
    }
  }

  private static List<Method> getters(Class<?> type) {
    List<Method> getters = new ArrayList<>();
    for (Method method : type.getMethods()) {
      boolean own = method.getDeclaringClass() == type && method.getParameterCount() == 0;
      boolean any = Set.of("equals", "hashCode", "toString").contains(method.getName());
      if (own && !any && !Modifier.isStatic(method.getModifiers())) {
        getters.add(method);
      }
    }
    return getters;
  }

  private static Object value(Method getter, PassageFacts facts) throws Exception {
    Object fact =
        switch (getter.getDeclaringClass().getSimpleName()) {
          case "Passage" -> facts.passage();
          case "KnownVehicle" -> facts.known();
          case "Traffic" -> facts.traffic();
          case "Enterprise" -> facts.enterprise();
          default -> new VehicleEvidence(facts.passage(), facts.known());
        };
    return fact == null ? null : getter.invoke(fact);
  }

  private static ObjectNode json(PassageFacts facts) throws Exception {
    byte[] passage = PassageWriter.canonical(facts.passage().record());
    return (ObjectNode) JSON.readTree(FactsWriter.write(facts, passage, List.of()));
  }

  private static PassageFacts read(ObjectNode json) {
    return FactsReader.passage(json);
  }
}
