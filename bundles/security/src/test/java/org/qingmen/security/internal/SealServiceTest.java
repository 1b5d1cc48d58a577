package org.qingmen.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealServiceTest {

  private static final byte[] PAPER = "核查报告".getBytes(StandardCharsets.UTF_8);

  @Test
  void aSignatureHoldsAcrossRestartsAndOnlyForWhatWasSigned(@TempDir Path data) {
    SealService before = new SealService(data);
    String signature = before.sign(PAPER);
    SealService after = new SealService(data);
    assertThat(after.signed(PAPER, signature)).isTrue();
    assertThat(after.publicKey()).isEqualTo(before.publicKey());
    assertThat(after.signed("核查报告。".getBytes(StandardCharsets.UTF_8), signature)).isFalse();
    assertThat(after.signed(PAPER, "no signature")).isFalse();
    assertThat(after.signed(PAPER, "AAAA")).isFalse();
  }

  @Test
  void anotherServersSignatureAndSealAreNotOurs(@TempDir Path ours, @TempDir Path theirs) {
    SealService other = new SealService(theirs);
    SealService mine = new SealService(ours);
    assertThat(mine.signed(PAPER, other.sign(PAPER))).isFalse();
    assertThat(mine.open(other.seal(PAPER, "a"), "a")).isEmpty();
    assertThat(mine.open(mine.seal(PAPER, "a"), "b")).isEmpty();
    assertThat(mine.open(mine.seal(PAPER, "a"), "a")).contains(PAPER);
  }
}
