package org.qingmen.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingmen.security.internal.House.PASSWORD;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.security.Role;

class FirstStartTest {

  @TempDir Path data;
  private House house;

  @BeforeEach
  void open() {
    house = new House(data);
  }

  @Test
  void theFirstStartMakesAnAdministratorWithEveryRoleAndAMadeUpPassword() throws IOException {
    start(null);

    String[] line = lines().get(0).split("\t");
    assertThat(line[0]).isEqualTo("admin");
    assertThat(line[1].length()).isGreaterThanOrEqualTo(20);
    assertThat(line[2].split(",")).hasSize(Role.values().length);
    assertThat(line[3]).isEqualTo("000000");
    assertThat(house.tokens.issue("admin", line[1]).scope().isRoot()).isTrue();
  }

  @Test
  void nobodyElseMayReadTheNotedPassword() throws IOException {
    start(null);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void aGivenPasswordIsTaken() {
    start(PASSWORD);

    assertThat(house.tokens.issue("admin", PASSWORD).user()).isEqualTo("admin");
  }

  @Test
  void aWeakGivenPasswordIsRefusedAndNothingElseTakesItsPlace() {
    FirstStart start = start("admin");

    assertThat(house.accounts.list()).isEmpty();
    assertThat(start.check().up()).isFalse();
    assertThat(start.check().detail()).contains("QINGMEN_ADMIN_PASSWORD");
  }

  @Test
  void theSecondStartChangesNothing() throws IOException {
    start(null);
    List<String> before = lines();

    house = house.restarted();
    start(PASSWORD);

    assertThat(lines()).isEqualTo(before);
    assertThat(house.accounts.list()).hasSize(1);
  }

  @Test
  void itWaitsForTheDatabase() {
    house.registry.goAway();
    house = house.restarted();
    FirstStart start = start(PASSWORD);
    assertThat(start.check().up()).isFalse();
    assertThat(start.check().essential()).isTrue();

    house.registry.comeBack();

    assertThat(start.check().up()).isTrue();
    assertThat(house.accounts.list()).hasSize(1);
  }

  @Test
  void aStartThatDiedBetweenNoteAndAccountUsesTheNotedPassword() throws IOException {
    new AccountsFile(data)
        .note(
            "admin",
            "Noted-Before-2026",
            java.util.Set.of(Role.OFFICER),
            org.qingmen.security.Scope.ROOT);

    start(null);

    assertThat(house.tokens.issue("admin", "Noted-Before-2026").user()).isEqualTo("admin");
    assertThat(lines()).hasSize(1);
  }

  private FirstStart start(String givenPassword) {
    return new FirstStart(house.registry, house.accounts, givenPassword);
  }

  private Path file() {
    return data.resolve("accounts.txt");
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(file());
  }
}
