package org.qingmen.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.qingmen.security.internal.House.CEMENT;
import static org.qingmen.security.internal.House.HEBEI;
import static org.qingmen.security.internal.House.ROOT;
import static org.qingmen.security.internal.House.STEEL;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingmen.security.DeviceJson;
import org.qingmen.spi.device.Device;
import org.qingmen.spi.refusal.Refusal;

class DevicesTest {

  @TempDir Path data;
  private House house;

  @BeforeEach
  void open() {
    house = new House(data);
  }

  @Test
  void aRegisteredDeviceIsKnownByItsAddress() {
    Device camera = house.devices.register(House.camera("cam-1"), ROOT);

    assertThat(house.devices.identify("vzenith-http", "SN-cam-1", "10.1.2.3", null))
        .contains(camera);
    assertThat(house.devices.identify("vzenith-http", "SN-cam-1", "10.1.2.4", null)).isEmpty();
    assertThat(house.devices.identify("hikvision-isapi", "SN-cam-1", "10.1.2.3", null)).isEmpty();
  }

  @Test
  void severalDevicesBehindOneAddressAreToldApartBySerialNumber() {
    house.devices.register(House.camera("cam-1"), ROOT);
    house.devices.register(House.camera("cam-2"), ROOT);

    assertThat(house.devices.identify("vzenith-http", "SN-cam-2", "10.1.2.3", null))
        .map(Device::id)
        .contains("cam-2");
    assertThat(house.devices.identify("vzenith-http", null, "10.1.2.3", null))
        .as("nothing is guessed")
        .isEmpty();
    assertThat(house.devices.identify("vzenith-http", "SN-other", "10.1.2.3", null)).isEmpty();
  }

  @Test
  void aDeviceWithAPathIsKnownOnThatPathOnly() {
    Device wanted = device(null, List.of(), "auto", STEEL);
    Device registered = house.devices.register(wanted, ROOT);

    assertThat(registered.id()).startsWith("dev-");
    assertThat(registered.path()).hasSize(32);
    assertThat(house.devices.identify("vzenith-http", null, "1.2.3.4", registered.path()))
        .contains(registered);
    assertThat(house.devices.identify("vzenith-http", null, "1.2.3.4", "auto")).isEmpty();
    assertThat(house.devices.identify("vzenith-http", null, "1.2.3.4", null)).isEmpty();
  }

  @Test
  void aDeviceThatIsKnownByNothingCanOnlySign() {
    house.devices.register(device("cam-1", List.of(), null, CEMENT), ROOT);

    assertThat(house.devices.identify("vzenith-http", null, "10.1.2.3", null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.0.0/16, 10.1.200.3, true",
    "10.1.0.0/16, 10.2.0.3, false",
    "10.1.2.3, 10.1.2.3, true",
    "0.0.0.0/0, 8.8.8.8, true",
    "fd00::/8, fd12::1, true",
    "fd00::/8, 10.1.2.3, false",
    "10.1.0.0/16, camera.example, false"
  })
  void anAddressMayBeARange(String range, String address, boolean inside) {
    assertThat(AddressRange.parse(range).orElseThrow().holds(address)).isEqualTo(inside);
  }

  @ParameterizedTest
  @CsvSource({"10.1.2", "camera.example", "10.1.2.3/33", "300.1.2.3", "''"})
  void whatIsNoAddressIsNotTaken(String text) {
    assertThat(AddressRange.parse(text)).isEmpty();
  }

  @Test
  void everythingThatIsWrongWithADeviceIsNamed() {
    Device wrong =
        new Device(
            "-",
            CEMENT,
            "Vzenith HTTP",
            "vzenith",
            null,
            List.of("10.1.2.3", "here"),
            "short",
            List.of(new Device.Lane("*", null, "", null, Map.of("1", "forward"))),
            Map.of());

    Refusal refusal = refused(() -> house.devices.register(wrong, ROOT));

    assertThat(refusal.code()).isEqualTo("bad-device");
    assertThat(refusal.faults())
        .extracting(Refusal.Fault::pointer)
        .containsExactly(
            "/id", "/protocol", "/path", "/addresses/1", "/lanes/0/barrier", "/lanes/0/directions");
  }

  @Test
  void aDeviceStandsAtAKnownEnterpriseWithinTheActorsScope() {
    assertThat(register(HEBEI, STEEL)).isEqualTo("beyond-scope");
    assertThat(register(HEBEI, "UNHEARD-OF")).isEqualTo("unknown-enterprise");
    assertThat(register(HEBEI, CEMENT)).isEqualTo("registered");
    assertThat(register(HEBEI, CEMENT)).isEqualTo("device-exists");
  }

  @Test
  void aDeviceCanBeChangedButNotMovedToAnotherEnterprise() {
    house.devices.register(House.camera("cam-1"), ROOT);
    house.devices.update(device("cam-1", List.of("10.9.9.9"), null, CEMENT), ROOT);

    assertThat(house.devices.identify("vzenith-http", null, "10.9.9.9", null)).isPresent();
    Refusal refusal =
        refused(() -> house.devices.update(device("cam-1", List.of(), null, STEEL), ROOT));
    assertThat(refusal.faults().get(0).pointer()).isEqualTo("/enterprise");
  }

  @Test
  void devicesAreThereAfterARestartAndEvenWhileTheDatabaseIsAway() {
    Device camera = house.devices.register(House.camera("cam-1"), ROOT);
    House again = house.restarted();
    house.registry.goAway();

    assertThat(again.devices.identify("vzenith-http", "SN-cam-1", "10.1.2.3", null))
        .contains(camera);
  }

  @Test
  void itIsKnownWhenADeviceWasLastHeardOf() {
    Device camera = house.devices.register(House.camera("cam-1"), ROOT);
    assertThat(house.devices.lastSeen("cam-1")).isEmpty();

    house.devices.seen(camera);

    assertThat(house.devices.lastSeen("cam-1")).contains(house.clock.instant());
  }

  @Test
  void aDeviceReadsWhatItWrites() {
    Device camera = House.camera("cam-1");

    assertThat(DeviceJson.read(DeviceJson.write(camera))).isEqualTo(camera);
    assertThat(DeviceJson.read("{\"enterprise\":\"E\",\"protocol\":\"native\"}").lanes()).isEmpty();
  }

  private String register(org.qingmen.security.Principal actor, String enterprise) {
    try {
      house.devices.register(device("cam-9", List.of("10.1.2.3"), null, enterprise), actor);
      return "registered";
    } catch (Refusal refusal) {
      return refusal.code();
    }
  }

  private static Device device(String id, List<String> addresses, String path, String enterprise) {
    return new Device(
        id, enterprise, "vzenith-http", "vzenith", null, addresses, path, List.of(), Map.of());
  }

  private static Refusal refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(Refusal.class, call);
  }
}
