package org.qingmen.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingmen.security.internal.House.CEMENT;
import static org.qingmen.security.internal.House.HEBEI;
import static org.qingmen.security.internal.House.ROOT;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.security.CreatedKey;
import org.qingmen.security.Role;
import org.qingmen.security.SignedRequest;
import org.qingmen.security.Verification;
import org.qingmen.spi.journal.JournalUnavailableException;

class DeviceKeysTest {

  private static final String BODY_HASH =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final String PATH = "/api/v1/passages";

  @TempDir Path data;
  private House house;
  private CreatedKey key;

  @BeforeEach
  void open() {
    house = new House(data);
    house.devices.register(House.camera("cam-1"), ROOT);
    key = house.keys.create("cam-1", ROOT);
  }

  @Test
  void aSignedRequestMakesTheDeviceKnownForItsEnterpriseOnly() {
    Verification.Accepted accepted =
        (Verification.Accepted) house.keys.verify(signed(PATH, "nonce-01"));

    assertThat(accepted.principal().source()).isEqualTo("device:cam-1");
    assertThat(accepted.principal().roles()).containsExactly(Role.DEVICE);
    assertThat(accepted.principal().scope().enterprise()).isEqualTo(CEMENT);
    assertThat(accepted.durable()).isCompleted();
  }

  @Test
  void aPublishedSignatureIsReproduced() {
    String text = "POST\n/api/v1/passages?a=1\n1790000000\nabcdefgh\n" + BODY_HASH;
    byte[] secret = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    String mac =
        HexFormat.of().formatHex(Digests.hmacSha256(secret, text.getBytes(StandardCharsets.UTF_8)));

    // openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef
    assertThat(mac).isEqualTo("ab36f573bb6b204650b49fa788037a3900092fdf2901dffa518b2433ea9c9845");
  }

  @Test
  void theQueryIsPartOfWhatIsSigned() {
    assertThat(code(signed(PATH + "?a=1", "nonce-01"))).isEqualTo("accepted");
    assertThat(code(moved(signed(PATH + "?a=1", "nonce-02"), PATH + "?a=2"))).isEqualTo("bad-mac");
    assertThat(code(moved(signed(PATH + "?a=1", "nonce-03"), PATH))).isEqualTo("bad-mac");
  }

  @Test
  void aLoneQuestionMarkMakesNoDifference() {
    assertThat(code(moved(signed(PATH + "?", "nonce-01"), PATH))).isEqualTo("accepted");
    assertThat(code(moved(signed(PATH, "nonce-02"), PATH + "?"))).isEqualTo("accepted");
  }

  @Test
  void aRequestThatWasAlteredIsRefused() {
    SignedRequest right = signed(PATH, "nonce-01");

    assertThat(code(with(right, "PUT", right.nonce(), right.mac(), BODY_HASH)))
        .isEqualTo("bad-mac");
    assertThat(code(with(right, "POST", "nonce-99", right.mac(), BODY_HASH))).isEqualTo("bad-mac");
    assertThat(code(with(right, "POST", right.nonce(), right.mac(), "00"))).isEqualTo("bad-mac");
    assertThat(code(with(right, "POST", right.nonce(), right.mac().toUpperCase(), BODY_HASH)))
        .isEqualTo("bad-mac");
    assertThat(code(right)).as("a refused attempt does not use up the nonce").isEqualTo("accepted");
  }

  @Test
  void anUnknownKeyIsRefused() {
    SignedRequest right = signed(PATH, "nonce-01");
    SignedRequest other =
        new SignedRequest("POST", PATH, "cam-2", right.time(), "n", right.mac(), BODY_HASH);

    assertThat(code(other)).isEqualTo("unknown-key");
  }

  @Test
  void aClockMayBeOffByFiveMinutesEitherWay() {
    SignedRequest early = signed(PATH, "nonce-01");
    house.clock.advance(Duration.ofSeconds(300));
    assertThat(code(early)).isEqualTo("accepted");

    SignedRequest late = signed(PATH, "nonce-02");
    house.clock.advance(Duration.ofSeconds(301));
    assertThat(code(late)).isEqualTo("clock");

    house.clock.advance(Duration.ofSeconds(-602));
    assertThat(code(signed(PATH, "nonce-03"))).isEqualTo("accepted");
    assertThat(code(late)).isEqualTo("clock");
  }

  @Test
  void aNonceServesOnce() {
    SignedRequest request = signed(PATH, "nonce-01");
    assertThat(code(request)).isEqualTo("accepted");

    assertThat(code(request)).isEqualTo("replayed-nonce");
    assertThat(code(signed(PATH + "?other=1", "nonce-01"))).isEqualTo("replayed-nonce");
    assertThat(house.keys.replays()).isEqualTo(2);
  }

  @Test
  void aReplayIsInTheAuditTrail() {
    SignedRequest request = signed(PATH, "nonce-01");
    code(request);
    code(request);

    house.keys.close();

    assertThat(house.keys.awaitEnd()).isTrue();
    assertThat(house.audit.actions()).contains("device-key.replay");
    assertThat(house.raised).contains("replayed-requests/" + key.keyId());
  }

  @Test
  void aNonceIsRememberedAcrossARestart() {
    SignedRequest request = signed(PATH, "nonce-01");
    code(request);
    for (int i = 0; i < 5_000; i++) {
      code(signed(PATH, "filler-" + i));
    }

    house = house.restarted();

    assertThat(code(request)).isEqualTo("replayed-nonce");
  }

  @Test
  void theMemoryOfNoncesDoesNotGrowForEver() {
    NonceMemory memory = new NonceMemory(300);
    for (int second = 0; second < 3_000; second++) {
      memory.use("cam-1", "n" + second, second, second);
    }

    assertThat(memory.size()).isLessThan(400);
  }

  @Test
  void aRequestThatFoundTheJournalFullMayBeSentAgain() {
    SignedRequest request = signed(PATH, "nonce-01");
    house.journal.full(true);
    assertThatThrownBy(() -> house.keys.verify(request))
        .isInstanceOf(JournalUnavailableException.class);

    house.journal.full(false);

    assertThat(code(request)).isEqualTo("accepted");
  }

  @Test
  void theSecretIs32BytesAndNowhereInTheClear() throws IOException {
    assertThat(Base64.getDecoder().decode(key.secret())).hasSize(32);
    assertThat(house.registry.dump()).doesNotContain(key.secret());
    assertThat(key.toString()).doesNotContain(key.secret());
    Path serverKey = data.resolve("keys").resolve("server.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(serverKey)))
        .isEqualTo("rw-------");
  }

  @Test
  void aKeyServesAfterARestartAndANewOneReplacesIt() {
    house = house.restarted();
    assertThat(code(signed(PATH, "nonce-01"))).isEqualTo("accepted");
    SignedRequest withOldKey = signed(PATH, "nonce-02");

    key = house.keys.create("cam-1", HEBEI);

    assertThat(code(withOldKey)).isEqualTo("bad-mac");
    assertThat(code(signed(PATH, "nonce-03"))).isEqualTo("accepted");
  }

  @Test
  void aSealMovedToAnotherDeviceDoesNotOpen() {
    house.devices.register(House.camera("cam-2"), ROOT);
    ServerKey serverKey = ServerKey.of(data);
    String seal = serverKey.seal(new byte[32], "cam-1");

    assertThat(serverKey.open(seal, "cam-1")).isPresent();
    assertThat(serverKey.open(seal, "cam-2")).isEmpty();
  }

  @Test
  void aRevokedKeyAndARemovedDeviceEndAtOnce() {
    house.keys.revoke("cam-1", ROOT);
    assertThat(code(signed(PATH, "nonce-01"))).isEqualTo("unknown-key");

    key = house.keys.create("cam-1", ROOT);
    house.devices.remove("cam-1", ROOT);
    assertThat(code(signed(PATH, "nonce-02"))).isEqualTo("unknown-key");
  }

  private String code(SignedRequest request) {
    return house.keys.verify(request) instanceof Verification.Refused refused
        ? refused.refusal().code()
        : "accepted";
  }

  private SignedRequest signed(String path, String nonce) {
    long time = house.clock.instant().getEpochSecond();
    String text = String.join("\n", "POST", path, "" + time, nonce, BODY_HASH);
    return new SignedRequest("POST", path, "cam-1", time, nonce, mac(text), BODY_HASH);
  }

  private String mac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.secret()), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static SignedRequest moved(SignedRequest r, String path) {
    return new SignedRequest(r.method(), path, r.keyId(), r.time(), r.nonce(), r.mac(), BODY_HASH);
  }

  private static SignedRequest with(
      SignedRequest r, String method, String nonce, String mac, String bodyHash) {
    return new SignedRequest(method, r.pathAndQuery(), r.keyId(), r.time(), nonce, mac, bodyHash);
  }
}
