package org.qingmen.api.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

  @Test
  void aTagFitsItsOwnVersionOnly() {
    EntityTags tags = EntityTags.read("\"3\" , \"5\"").orElseThrow();
    assertThat(tags.fit(3)).isTrue();
    assertThat(tags.fit(5)).isTrue();
    assertThat(tags.fit(4)).isFalse();
    assertThat(tags).hasToString("\"3\", \"5\"");
  }

  @Test
  void anAsteriskFitsEveryVersion() {
    assertThat(EntityTags.read(" * ").orElseThrow().fit(9)).isTrue();
  }

  @Test
  void aWeakTagFitsOnlyWhereWeakComparisonIsAskedFor() {
    EntityTags weak = EntityTags.read("W/\"3\"").orElseThrow();
    assertThat(weak.fit(3)).isFalse();
    assertThat(weak.fitWeakly(3)).isTrue();
  }

  @Test
  void aTagThatNeverWasOursFitsNothing() {
    assertThat(EntityTags.read("\"f00\"").orElseThrow().fit(1)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "3", "\"3", "\"3\" \"4\"", "*, \"3\"", "w/\"3\"", "garbage", "\"3\","})
  void whatIsNoListOfTagsIsNotRead(String header) {
    assertThat(EntityTags.read(header)).isEmpty();
  }
}
