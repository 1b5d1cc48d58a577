package org.qingmen.api.internal.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.Locale;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.api.Test;
import org.qingmen.spi.refusal.Refusal;

/** What the document does not name is refused before anything is read. */
class KnownQueryTest {

  private final OpenApi api = ShippedDocument.open();

  @Test
  void aParameterThatTheDocumentDoesNotNameIsRefusedAndTheKnownOnesAreTold() {
    Refusal refusal = refused("/alarms?bogus=1&limit=10");

    assertThat(refusal.code()).isEqualTo("unknown-query");
    assertThat(refusal.kind().status()).isEqualTo(422);
    assertThat(refusal.faults()).extracting(Refusal.Fault::pointer).containsExactly("?bogus");
    assertThat(refusal.fix().in(Locale.ENGLISH)).contains("severity", "cursor");
    assertThat(refusal.why().in(Locale.SIMPLIFIED_CHINESE)).contains("bogus").contains("参数");
  }

  @Test
  void namedParametersPassAndAnOperationWithoutAnyTakesNone() {
    assertThatCode(() -> require("/vehicles/stage?vin=LZZ1CLVB7JA000061&explain=true"))
        .doesNotThrowAnyException();
    assertThat(refused("/vehicles/stage?bogus=1").code()).isEqualTo("unknown-query");
    assertThat(refused("/me?limit=1").fix().in(Locale.ENGLISH)).contains("-");
  }

  @Test
  void eachOneOfSeveralUnknownParametersIsPointedAt() {
    assertThat(refused("/passages?plaet=x&tonnes=3").faults())
        .extracting(Refusal.Fault::pointer)
        .containsExactly("?plaet", "?tonnes");
  }

  private Refusal refused(String address) {
    return catchThrowableOfType(Refusal.class, () -> require(address));
  }

  private void require(String address) {
    String base = "http://localhost/api/v1";
    var request =
        new ContainerRequest(
            URI.create(base + "/"), URI.create(base + address), "GET", null, null, null);
    String path = address.replaceFirst("[?].*", "");
    KnownQuery.require(api.find("GET", path).orElseThrow(), request.getUriInfo());
  }
}
