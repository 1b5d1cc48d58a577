package org.qingmen.api.internal.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingmen.office.Spreadsheets;
import org.qingmen.office.Spreadsheets.Format;
import org.qingmen.security.Principal;
import org.qingmen.security.Role;
import org.qingmen.security.Scope;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.Document;

class MaskedFilesTest {

  private static final Principal OFFICER =
      new Principal("wang", EnumSet.of(Role.OFFICER), Scope.ROOT, null);
  private static final Principal AUDITOR =
      new Principal("shen", EnumSet.of(Role.AUDITOR), Scope.ROOT, null);

  private final List<Object> written = new ArrayList<>();
  private final MaskedFiles files = new MaskedFiles(sheets(), new Plates(Set.of(Role.OFFICER)));

  @ParameterizedTest
  @EnumSource
  void aTableForAnAuditorNamesNoVehicleWhateverItsColumnsAreCalled(Format format) throws Exception {
    row(AUDITOR, format);
    assertThat(written)
        .containsExactly(
            "冀B1***5", "与 冀B1***5 重复", "LZZ1CLVB***", 30.5, null, "91130200700000071K001P");
  }

  @Test
  void aTableForAnOfficerIsLeftAsItIs() throws Exception {
    row(OFFICER, Format.CSV);
    assertThat(written).contains("冀B12345", "LZZ1CLVB7JA000061");
  }

  private void row(Principal caller, Format format) throws IOException {
    try (var table = files.sheets(caller).write(format, OutputStream.nullOutputStream(), "x")) {
      table.row(
          Arrays.asList(
              "冀B12345",
              "与 冀B12345 重复",
              "LZZ1CLVB7JA000061",
              30.5,
              null,
              "91130200700000071K001P"));
    }
  }

  @Test
  void whatIsPrintedForAnAuditorNamesNoVehicle() {
    String body = "{\"trips\":[{\"plate\":\"冀B12345\",\"reason\":\"冀B12345 未达国五\"}]}";
    Document document = new Document("x", "1", "E1", "130200", 1, body, "a", Instant.EPOCH, false);
    assertThat(files.printed(AUDITOR, document).body())
        .doesNotContain("冀B12345")
        .contains("冀B1***5 未达国五");
    assertThat(files.printed(OFFICER, document)).isSameAs(document);
  }

  @Test
  void aSealedPaperThatNamesPlatesIsNotGivenToWhoMayNotSeeThem() {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> files.requireSealed(AUDITOR, "V1"));
    assertThat(refusal.code()).isEqualTo("plates-sealed");
    files.requireSealed(OFFICER, "V1");
  }

  @ParameterizedTest
  @CsvSource({
    "核查 京A12345挂 与 LZZ1CLVB7JA000061, 核查 京A1***挂 与 LZZ1CLVB***",
    "91130200700000071K001P, 91130200700000071K001P",
    "ABCDEFGHJKLMNPRST, ABCDEFGHJKLMNPRST"
  })
  void onlyVehiclesAreMaskedInRunningText(String text, String masked) {
    assertThat(Plates.text(text)).isEqualTo(masked);
  }

  /** The rejected rows of a catalogue are the caller's own upload, to be mended and sent again. */
  @Test
  void noResourceWritesTablesPastTheDoor() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      assertThat(sources.filter(MaskedFilesTest::takesSheets))
          .extracting(file -> file.getFileName().toString())
          .containsExactlyInAnyOrder("MaskedFiles.java", "CatalogueResource.java");
    }
  }

  private static boolean takesSheets(Path file) {
    try {
      return file.toString().endsWith(".java")
          && Files.readString(file).contains("@Reference Spreadsheets");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Spreadsheets sheets() {
    return new Spreadsheets() {
      @Override
      public TableWriter write(Format format, OutputStream out, String sheet) {
        return new TableWriter() {
          @Override
          public void row(List<?> cells) {
            written.addAll(cells);
          }

          @Override
          public void close() {}
        };
      }

      @Override
      public void read(InputStream in, RowReader rows) {}
    };
  }
}
