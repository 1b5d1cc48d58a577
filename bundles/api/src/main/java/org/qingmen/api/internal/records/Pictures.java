package org.qingmen.api.internal.records;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.door.Sha256;
import org.qingmen.spi.intake.ObjectStore;
import org.qingmen.spi.refusal.Refusal.Kind;

/** {@code /images/{sha256}}: pictures by their content. */
@Path("images/{sha256}")
@Component(service = ApiResource.class)
public final class Pictures implements ApiResource {

  private final ObjectStore objects;

  @Activate
  public Pictures(@Reference ObjectStore objects) {
    this.objects = objects;
  }

  /** Stores a picture; the same picture twice is one. */
  @PUT
  public Response put(@PathParam("sha256") String sha256, byte[] content) throws IOException {
    if (PictureType.of(content).isEmpty()) {
      throw Problems.refusal(Kind.INVALID, "not-an-image");
    }
    String hash = Sha256.hex(content);
    if (!hash.equals(sha256)) {
      throw Problems.refusal(Kind.INVALID, "wrong-hash", hash);
    }
    objects.put(content);
    return Response.noContent().build();
  }

  /** A picture; one that is broken on disk is as if it were not there. */
  @GET
  public Response get(@PathParam("sha256") String sha256) throws IOException {
    byte[] content =
        objects
            .get(sha256)
            .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", sha256));
    return Response.ok(content)
        .type(PictureType.of(content).orElse("application/octet-stream"))
        .build();
  }
}
