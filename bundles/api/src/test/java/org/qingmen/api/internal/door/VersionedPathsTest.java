package org.qingmen.api.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VersionedPathsTest {

  /**
   * What is put and has no version of its own that its reader sees: content named by its hash,
   * steps of a procedure, which have an order of their own, the columns of an import, and names of
   * divisions and lanes of devices, whose present state is not answered with a version.
   */
  private static final Set<String> WITHOUT =
      Set.of(
          "/images/{sha256}",
          "/files/{id}",
          "/imports/{id}/columns",
          "/verifications/{id}/items/{item}",
          "/acceptances/{id}/items/{item}",
          "/divisions/{code}",
          "/devices/{id}");

  private final OpenApi api = ShippedDocument.open();

  @Test
  void whateverIsPutHasAVersionOrIsKnownToHaveNone() {
    for (OpenApi.Operation operation : api.operations()) {
      if (operation.method().equals("PUT") && !WITHOUT.contains(operation.path())) {
        assertThat(api.versioned("PUT", operation.path())).as(operation.path()).isPresent();
      }
    }
  }

  @Test
  void whoeverWritesIsToldOfTheHeadersAndTheirRefusal() {
    JsonNode path = api.document().at("/paths").path("/enterprises/{id}/contracts/{no}");
    assertThat(path.at("/put/parameters").findValuesAsText("name"))
        .contains("If-Match", "If-None-Match");
    assertThat(path.at("/delete/parameters").findValuesAsText("name")).containsExactly("If-Match");
    assertThat(path.at("/put/responses/412").isMissingNode()).isFalse();
    assertThat(path.at("/get/responses/200/headers/ETag").isMissingNode()).isFalse();
  }

  @Test
  void aRequestIsAboutTheDocumentThatItsPathNames() {
    assertThat(api.versioned("PUT", "/enterprises/E1/contracts/YS-1"))
        .contains(new VersionedPaths.Subject("contract", "E1/YS-1"));
    assertThat(api.versioned("GET", "/violators/v-1"))
        .contains(new VersionedPaths.Subject("violator", "v-1"));
  }

  @Test
  void aLiteralPathBesideIsAboutNoDocument() {
    assertThat(api.versioned("GET", "/violators/deliveries")).isEmpty();
    assertThat(api.versioned("GET", "/violators")).isEmpty();
    assertThat(api.versioned("PUT", "/enterprises/E1/contracts/YS-1/history")).isEmpty();
  }
}
