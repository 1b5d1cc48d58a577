package org.qingmen.supervision.registers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.registers.DivisionTree.Entry;

class DivisionsAndFilesTest {

  private static final byte[] PDF = "%PDF-1.7 ...".getBytes(StandardCharsets.US_ASCII);

  private final Bureau bureau = new Bureau();
  private final DivisionService divisions = new DivisionService(bureau.registry);
  private final FileService files = new FileService(bureau.registry, bureau.objects);

  @AfterEach
  void close() {
    bureau.close();
  }

  @Test
  void theCountryHasItsProvincesAndAProvinceItsCities() {
    assertThat(divisions.under("000000", false)).hasSize(34);
    assertThat(divisions.under("130000", false))
        .extracting(Entry::name)
        .contains("唐山市", "石家庄市", "保定市")
        .hasSize(11);
    assertThat(divisions.under("130200", false))
        .filteredOn(Entry::verified)
        .extracting(Entry::name)
        .contains("路北区", "迁安市");
    assertThat(divisions.under("130000", true)).hasSizeGreaterThan(170);
  }

  @Test
  void countiesDirectlyBelowAProvinceAreFound() {
    assertThat(divisions.under("419000", false)).extracting(Entry::name).contains("济源市");
    assertThat(divisions.under("810000", false)).isNotEmpty();
  }

  @Test
  void whatOnlyOneSourceKnowsIsNotVerified() {
    assertThat(divisions.find("130271")).map(Entry::verified).contains(false);
    assertThat(divisions.find("130203")).map(Entry::verified).contains(true);
    assertThat(divisions.source()).contains("2023-06-30");
  }

  @Test
  void aBureauAddsWhatTheStandardLacks() {
    divisions.put("990000", "演示省", "示例", Bureau.ZHANG);
    divisions.put("990100", "演示市", "示例", Bureau.ZHANG);
    assertThat(divisions.under("000000", false)).extracting(Entry::name).contains("演示省");
    assertThat(divisions.under("990000", false)).extracting(Entry::name).containsExactly("演示市");
  }

  @Test
  void aFileIsKnownByItsContentAndKeptWithItsEnterprise() throws IOException {
    var stored = files.put(null, Bureau.CEMENT, "130203", "c:\\合同\\一.exe", PDF, Bureau.ZHANG);
    var about = StoredJson.body(stored);
    assertThat(about.path("type").asText()).isEqualTo("application/pdf");
    assertThat(about.path("name").asText()).isEqualTo("一.exe");
    assertThat(files.content(stored)).contains(PDF);
    assertThat(files.list(Bureau.CEMENT, null, 10).items()).hasSize(1);
    assertThat(files.list(Bureau.STEEL, null, 10).items()).isEmpty();
  }

  @Test
  void whatIsNeitherPdfNorPictureIsRefused() {
    byte[] program = {'M', 'Z', 0, 0};
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () -> files.put("1", Bureau.CEMENT, null, "contract.pdf", program, Bureau.ZHANG));
    assertThat(refusal.code()).isEqualTo("file-type");
  }
}
