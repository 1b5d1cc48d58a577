package org.qingmen.intake.internal.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskObjectsTest {

  @TempDir Path directory;

  @Test
  void aPictureIsFoundByTheHashOfItsContent() throws Exception {
    DiskObjects objects = new DiskObjects(directory);
    String hash = objects.put(new byte[] {1, 2, 3});
    assertThat(objects.put(new byte[] {1, 2, 3})).isEqualTo(hash);
    assertThat(objects.get(hash)).contains(new byte[] {1, 2, 3});
  }

  @Test
  void aBrokenOrUnknownPictureIsNotThere() throws Exception {
    DiskObjects objects = new DiskObjects(directory);
    String hash = objects.put(new byte[] {1, 2, 3});
    try (Stream<Path> files = Files.walk(directory)) {
      Path file = files.filter(path -> path.endsWith(hash)).findFirst().orElseThrow();
      Files.write(file, new byte[] {9});
    }
    assertThat(objects.get(hash)).isEmpty();
    assertThat(objects.get("0".repeat(64))).isEmpty();
    assertThat(objects.get("../../etc/passwd")).isEmpty();
  }
}
