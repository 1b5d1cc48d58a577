package org.qingmen.supervision.control.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.Document;
import org.qingmen.store.DocumentCache;
import org.qingmen.store.Registry;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.control.EnterpriseView;

/** The registered enterprises in memory. */
@Component(service = {EnterpriseView.class, Enterprises.class})
public final class EnterpriseBook implements EnterpriseView {

  private final DocumentCache<Enterprise> enterprises;

  /** Wired by the container. */
  @Activate
  public EnterpriseBook(@Reference Registry registry) {
    enterprises = new DocumentCache<>(registry, "enterprise", EnterpriseBook::read);
  }

  @Deactivate
  void close() {
    enterprises.close();
  }

  @Override
  public Optional<Enterprise> find(String id) {
    Unread.refuse(enterprises.loaded());
    return enterprises.get(id);
  }

  @Override
  public List<Enterprise> within(String divisionPrefix) {
    return all(enterprise -> enterprise.division().startsWith(divisionPrefix));
  }

  @Override
  public List<Enterprise> ofIndustry(String industry) {
    return all(enterprise -> enterprise.industries().contains(industry));
  }

  private List<Enterprise> all(Predicate<Enterprise> wanted) {
    Unread.refuse(enterprises.loaded());
    return enterprises.all().stream()
        .filter(wanted)
        .sorted(Comparator.comparing(Enterprise::id))
        .toList();
  }

  private static Enterprise read(Document document) {
    JsonNode body = StoredJson.body(document);
    List<String> industries = new ArrayList<>();
    body.path("industries").forEach(industry -> industries.add(industry.path("code").asText()));
    String division = StoredJson.text(body, "division");
    return new Enterprise(
        document.id(),
        StoredJson.text(body, "name"),
        division == null ? document.division() : division,
        industries,
        StoredJson.text(body, "declaredGrade"),
        body.path("livelihood").asBoolean());
  }
}
