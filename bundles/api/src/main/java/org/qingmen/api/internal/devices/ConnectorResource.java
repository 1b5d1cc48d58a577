package org.qingmen.api.internal.devices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.camelhost.ConnectorState;
import org.qingmen.camelhost.Connectors;
import org.qingmen.spi.device.Connector;

/** {@code GET /connectors}: what runs, since when, and what does not and why. */
@Path("connectors")
@Component(service = ApiResource.class)
public final class ConnectorResource implements ApiResource {

  private final Connectors connectors;
  private final List<Connector> described = new CopyOnWriteArrayList<>();

  @Activate
  public ConnectorResource(@Reference Connectors connectors) {
    this.connectors = connectors;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindConnector(Connector connector) {
    described.add(connector);
  }

  void unbindConnector(Connector connector) {
    described.remove(connector);
  }

  /** All connectors. */
  @GET
  public JsonNode list(@Context HttpHeaders headers) {
    Locale locale = Languages.of(headers);
    ObjectNode answer = Json.object();
    ArrayNode items = answer.putArray("items");
    connectors.list().forEach(state -> write(items.addObject(), state, locale));
    answer.putNull("next");
    return answer;
  }

  private void write(ObjectNode json, ConnectorState state, Locale locale) {
    json.put("id", state.id());
    json.put("kind", state.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.put("state", state.state().name().toLowerCase(Locale.ROOT));
    described.stream()
        .filter(connector -> connector.id().equals(state.id()))
        .findFirst()
        .ifPresent(
            connector -> {
              json.put("title", connector.title().in(locale));
              json.put("port", connector.defaultPort());
            });
    json.put("startedAt", state.startedAt() == null ? null : state.startedAt().toString());
    ArrayNode routes = json.putArray("routes");
    state.routes().forEach(routes::add);
    if (state.problem() != null) {
      json.put("errorCode", state.problem().code());
      json.put("error", state.problem().message().in(locale));
    }
    json.put("received", state.received());
    json.put("answered", state.answered());
    json.put("refused", state.failed());
  }
}
