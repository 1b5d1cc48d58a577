package org.qingmen.api.internal.registries;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.office.Spreadsheets.Format;
import org.qingmen.supervision.registers.Imports;

/** Tables that go with an import: templates to fill in, and rejected rows to mend. */
@Path("imports")
@Component(service = ApiResource.class)
public final class ImportSheets implements ApiResource {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Imports imports;

  @Activate
  public ImportSheets(@Reference Imports imports) {
    this.imports = imports;
  }

  /** An empty table of a register. */
  @GET
  @Path("templates/{kind}.xlsx")
  public Response template(@PathParam("kind") String kind, @Context HttpHeaders headers)
      throws IOException {
    var register = EntryDesk.kind(kind);
    return table(
        imports.template(register, Format.XLSX, Languages.of(headers)), XLSX, kind + ".xlsx");
  }

  /** The rejected rows with the reasons, as XLSX. */
  @GET
  @Path("{id}/rejected.xlsx")
  public Response rejectedXlsx(
      @PathParam("id") String id,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    return table(rejected(id, Format.XLSX, request, headers), XLSX, "rejected.xlsx");
  }

  /** The rejected rows with the reasons, as CSV. */
  @GET
  @Path("{id}/rejected.csv")
  public Response rejectedCsv(
      @PathParam("id") String id,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    return table(
        rejected(id, Format.CSV, request, headers), "text/csv; charset=utf-8", "rejected.csv");
  }

  private byte[] rejected(
      String id, Format format, ContainerRequestContext request, HttpHeaders headers)
      throws IOException {
    Importer who = new Importer(Callers.of(request));
    return imports.rejected(who, id, format, Languages.of(headers));
  }

  private static Response table(byte[] content, String type, String name) {
    return Response.ok(content)
        .type(type)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .build();
  }
}
