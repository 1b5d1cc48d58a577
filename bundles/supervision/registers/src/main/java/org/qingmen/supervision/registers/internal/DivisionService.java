package org.qingmen.supervision.registers.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.model.Division;
import org.qingmen.store.Document;
import org.qingmen.store.DocumentCache;
import org.qingmen.store.Draft;
import org.qingmen.store.Registry;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.registers.DivisionTree;

/** The shipped divisions with what the bureau added. */
@Component
public final class DivisionService implements DivisionTree {

  private static final String KIND = "division";
  private static final String COUNTRY = Division.NATION.code();

  private final Registry registry;
  private final ShippedDivisions shipped = ShippedDivisions.read();
  private final DocumentCache<Entry> added;

  /** Wired by the container. */
  @Activate
  public DivisionService(@Reference Registry registry) {
    this.registry = registry;
    added = new DocumentCache<>(registry, KIND, DivisionService::entry);
  }

  @Deactivate
  void close() {
    added.close();
  }

  @Override
  public Optional<Entry> find(String code) {
    return added.get(code).or(() -> Optional.ofNullable(shipped.entries().get(code)));
  }

  @Override
  public List<Entry> under(String code, boolean deep) {
    Map<String, Entry> all = new TreeMap<>(shipped.entries());
    added.all().forEach(entry -> all.put(entry.code(), entry));
    String prefix = new Division(code).prefix();
    return all.values().stream()
        .filter(entry -> !entry.code().equals(code) && entry.code().startsWith(prefix))
        .filter(entry -> deep || nextAbove(all, entry).equals(code))
        .toList();
  }

  @Override
  public Entry put(String code, String name, String source, String actor) {
    ObjectNode body = StoredJson.object().put("code", code).put("name", name).put("source", source);
    return entry(registry.put(new Draft(KIND, code, null, code, body.toString()), actor));
  }

  @Override
  public String source() {
    return shipped.source();
  }

  /** The next division above that has a name: some counties lie below the province itself. */
  private static String nextAbove(Map<String, Entry> all, Entry entry) {
    return entry.parent().equals(COUNTRY) || all.containsKey(entry.parent())
        ? entry.parent()
        : above(entry.parent());
  }

  private static Entry entry(Document document) {
    ObjectNode body = StoredJson.body(document);
    String code = document.id();
    String source = Json.text(body, "source");
    return new Entry(
        code, Json.text(body, "name"), above(code), false, source == null ? "" : source);
  }

  /** Code of the division above. */
  static String above(String code) {
    if (code.endsWith("0000")) {
      return COUNTRY;
    }
    String city = code.substring(0, 4) + "00";
    return city.equals(code) ? code.substring(0, 2) + "0000" : city;
  }
}
