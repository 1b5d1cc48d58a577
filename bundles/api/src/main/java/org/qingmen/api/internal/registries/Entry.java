package org.qingmen.api.internal.registries;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Languages;

/** One entry of a register, whichever of its addresses it is asked for by. */
public final class Entry {

  private final EntryDesk desk;
  private final String register;
  private final String enterprise;
  private final String number;

  Entry(EntryDesk desk, String register, String enterprise, String number) {
    this.desk = desk;
    this.register = register;
    this.enterprise = enterprise;
    this.number = number;
  }

  /** As it is, or as it was. */
  @GET
  public JsonNode one(@QueryParam("at") String at, @Context ContainerRequestContext request) {
    return desk.one(Callers.of(request), register, enterprise, number, at);
  }

  /** Registers or changes it. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode put(
      byte[] body, @Context ContainerRequestContext request, @Context HttpHeaders headers)
      throws IOException {
    return desk.put(Callers.of(request), register, enterprise, number, body, Languages.of(headers));
  }

  /** Takes it off the register. */
  @DELETE
  public Response delete(@Context ContainerRequestContext request) {
    desk.delete(Callers.of(request), register, enterprise, number);
    return Response.noContent().build();
  }

  /** Every version of it. */
  @GET
  @Path("history")
  public JsonNode history(@Context ContainerRequestContext request) {
    return desk.history(Callers.of(request), register, enterprise, number);
  }
}
