package org.qingmen.api.internal.queries;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;

/**
 * The one place where plates and VINs are masked: at the door, in every answer that leaves as JSON,
 * whatever room it came from. A resource that forgets it gives nothing away.
 */
@Provider
@Component(service = ApiResource.class)
public final class MaskedAnswers implements ContainerResponseFilter, ApiResource {

  private final Plates plates;

  @Activate
  public MaskedAnswers(@Reference Plates plates) {
    this.plates = plates;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof JsonNode answer
        && Optional.ofNullable(Callers.of(request)).filter(plates::masked).isPresent()) {
      response.setEntity(Plates.tree(answer));
    }
  }
}
