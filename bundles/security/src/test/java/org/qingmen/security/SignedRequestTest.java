package org.qingmen.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedRequestTest {

  private static final String BODY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Qingmen-HMAC keyId=cam-1,time=1790000000,nonce=abcdefgh,mac=00ff",
        "Qingmen-HMAC keyId=cam-1, time=1790000000, nonce=abcdefgh, mac=00ff",
        "qingmen-hmac mac=00ff,nonce=\"abcdefgh\",time=1790000000,keyId=\"cam-1\""
      })
  void theHeaderIsReadInAnyOrder(String header) {
    SignedRequest request = parse(header).orElseThrow();

    assertThat(request.keyId()).isEqualTo("cam-1");
    assertThat(request.time()).isEqualTo(1790000000L);
    assertThat(request.nonce()).isEqualTo("abcdefgh");
    assertThat(request.mac()).isEqualTo("00ff");
    assertThat(request.signedText("/api/v1/passages"))
        .isEqualTo("POST\n/api/v1/passages\n1790000000\nabcdefgh\n" + BODY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer abc",
        "Qingmen-HMAC",
        "Qingmen-HMAC keyId=cam-1,time=1790000000,nonce=abcdefgh",
        "Qingmen-HMAC keyId=cam-1,time=now,nonce=abcdefgh,mac=00ff",
        "Qingmen-HMAC keyId=cam-1,time=1790000000,nonce=short,mac=00ff",
        "Qingmen-HMAC keyId=cam-1,keyId=cam-2,time=1790000000,nonce=abcdefgh,mac=00ff",
        "Qingmen-HMAC keyId=,time=1790000000,nonce=abcdefgh,mac=00ff",
        "Qingmen-HMAC nonsense"
      })
  void aHeaderThatIsNotWholeIsNotRead(String header) {
    assertThat(parse(header)).isEmpty();
  }

  @Test
  void otherSchemesAreLeftToOthers() {
    assertThat(SignedRequest.carriedBy("Qingmen-HMAC keyId=x")).isTrue();
    assertThat(SignedRequest.carriedBy("Bearer x")).isFalse();
    assertThat(SignedRequest.carriedBy(null)).isFalse();
  }

  private static Optional<SignedRequest> parse(String header) {
    return SignedRequest.parse(header, "POST", "/api/v1/passages", BODY);
  }
}
