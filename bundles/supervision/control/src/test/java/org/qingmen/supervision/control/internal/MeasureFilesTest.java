package org.qingmen.supervision.control.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.model.AlertLevel;
import org.qingmen.spi.facts.Enterprise;

class MeasureFilesTest {

  private static final Enterprise CEMENT_B =
      new Enterprise("E-1", "示例水泥", "130203", List.of("I15"), "B");

  @TempDir Path data;
  private final TestClock clock = new TestClock();
  private MeasureFiles files;

  @BeforeEach
  void open() {
    files = new MeasureFiles(data, clock);
  }

  @Test
  void theShippedFilesLieInTheDataDirectoryToBeEdited() {
    assertThat(data.resolve("measures").resolve("cement.yaml")).exists();
    assertThat(data.resolve("measures").resolve("general.yaml")).exists();
    assertThat(files.check().up()).isTrue();
  }

  @Test
  void whatWasReadIsVerifiedAndWhatWasRecalledIsNot() {
    assertThat(files.present().all())
        .allSatisfy(
            measure ->
                assertThat(measure.verified())
                    .as(measure.id())
                    .isEqualTo(measure.industries().equals(List.of("I15"))));
  }

  @Test
  void anEditedFileCountsWithoutARestart() throws IOException {
    edit("cement.yaml", "diesel: \"5\"", "diesel: \"6\"");

    assertThat(minimumDiesel()).isEqualTo(6);
  }

  @Test
  void aBrokenFileChangesNothingAndIsComplainedAbout() throws IOException {
    edit("cement.yaml", "control:\n      minimumStage", "control:\n   minimumStage");

    assertThat(minimumDiesel()).isEqualTo(5);
    assertThat(files.check().up()).isFalse();
    assertThat(files.check().essential()).isFalse();
    assertThat(files.check().detail()).contains("cement.yaml").contains("line");
  }

  @Test
  void aFileThatDoesNotFitItsSchemaIsComplainedAboutByMember() throws IOException {
    edit("cement.yaml", "diesel: \"5\"", "diesel: \"7\"");

    assertThat(minimumDiesel()).isEqualTo(5);
    assertThat(files.check().detail()).contains("/measures/1/control");

    edit("cement.yaml", "diesel: \"7\"", "diesel: \"6\"");
    assertThat(minimumDiesel()).isEqualTo(6);
    assertThat(files.check().up()).isTrue();
  }

  @Test
  void editsOutliveARestart() throws IOException {
    edit("cement.yaml", "diesel: \"5\"", "diesel: \"6\"");

    files = new MeasureFiles(data, clock);

    assertThat(minimumDiesel()).isEqualTo(6);
  }

  private int minimumDiesel() {
    Measure measure = files.present().forced(CEMENT_B, AlertLevel.RED).iterator().next();
    return measure.terms().minimumStageDiesel();
  }

  private void edit(String name, String from, String to) throws IOException {
    Path file = data.resolve("measures").resolve(name);
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
    clock.advance(Duration.ofSeconds(10));
    Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
  }
}
