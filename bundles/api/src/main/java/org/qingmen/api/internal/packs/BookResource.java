package org.qingmen.api.internal.packs;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.RulePacks;
import org.qingmen.engine.Rulebook;
import org.qingmen.office.Printing;
import org.qingmen.spi.refusal.Refusal.Kind;

/** {@code /rule-packs/{id}/{version}/book}: the printed rulebook. */
@Path("rule-packs/{id}/{version}/book")
@Component(service = ApiResource.class)
public final class BookResource implements ApiResource {

  private final RulePacks packs;
  private final Printing printing;

  @Activate
  public BookResource(@Reference RulePacks packs, @Reference Printing printing) {
    this.packs = packs;
    this.printing = printing;
  }

  /** A PDF in Chinese or English. */
  @GET
  public Response book(
      @PathParam("id") String id,
      @PathParam("version") String version,
      @QueryParam("lang") String language,
      @Context HttpHeaders headers) {
    PackStatus pack = packs.get(id, version).orElseThrow(() -> unknown(id, version));
    Locale locale = language == null ? Languages.of(headers) : Languages.of(language);
    String state = pack.state().name().toLowerCase(Locale.ROOT);
    Rulebook.Seal seal =
        new Rulebook.Seal(state, pack.signers().author(), pack.signers().approver());
    byte[] book =
        packs
            .examine(id, version, open -> Rulebook.print(open, seal, printing, locale))
            .orElseThrow(() -> unknown(id, version));
    return Response.ok(book, "application/pdf")
        .header("Content-Disposition", "attachment; filename=\"" + id + "-" + version + ".pdf\"")
        .build();
  }

  private static RuntimeException unknown(String id, String version) {
    return Problems.refusal(Kind.NOT_FOUND, "not-found", id + " " + version);
  }
}
