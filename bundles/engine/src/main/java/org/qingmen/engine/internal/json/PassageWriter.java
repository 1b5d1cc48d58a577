package org.qingmen.engine.internal.json;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.qingmen.model.GatePassage;
import org.qingmen.model.Vehicle;

/** Writes passages as the canonical native record. */
public final class PassageWriter {

  private PassageWriter() {}

  /** The canonical native record of a passage. */
  public static byte[] canonical(GatePassage passage) {
    CanonicalWriter out = new CanonicalWriter(1024);
    write(out, passage);
    return out.bytes();
  }

  private static void write(CanonicalWriter out, GatePassage passage) {
    out.open();
    out.member("barrier", passage.barrier());
    if (passage.barrierRaised() != null) {
      out.member("barrierRaised", passage.barrierRaised().code());
    }
    if (passage.cargo() != null || passage.tonnes() != null) {
      out.key("cargo").open();
      out.member("name", passage.cargo()).member("tonnes", passage.tonnes()).close();
    }
    out.member("check", passage.check());
    out.member("direction", passage.direction().code());
    out.member("enterprise", passage.enterprise());
    out.member("entrance", passage.entrance());
    images(out, passage.images());
    out.member("lane", passage.lane());
    out.member("offline", passage.offline());
    out.key("plate").open();
    out.member("colour", passage.plate().colour().code());
    out.nullable("number", passage.plate().number()).close();
    out.member("serial", passage.serial());
    out.member("time", time(passage.time()));
    vehicle(out, passage.vehicle());
    out.close();
  }

  private static void images(CanonicalWriter out, Map<String, String> images) {
    out.key("images").open();
    new TreeMap<>(images)
        .forEach((role, hash) -> out.key(role).open().member("sha256", hash).close());
    out.close();
  }

  private static void vehicle(CanonicalWriter out, Vehicle vehicle) {
    out.key("vehicle").open();
    out.member("disclosure", vehicle.disclosure());
    out.member("engine", vehicle.engine());
    out.member("fleet", vehicle.fleet());
    out.member("fuel", vehicle.fuel().code());
    out.member("model", vehicle.model());
    out.member("obdConnected", vehicle.obdConnected());
    out.member("ratedTonnes", vehicle.ratedTonnes());
    out.member("registered", vehicle.registered());
    out.member("stage", vehicle.stage().code());
    out.member("trailer", vehicle.trailer());
    out.member("type", vehicle.type());
    out.member("usage", vehicle.usage().code());
    out.member("vin", vehicle.vin() == null ? null : vehicle.vin().value());
    out.close();
  }

  /** RFC 3339, always with seconds. */
  private static String time(OffsetDateTime time) {
    StringBuilder text = new StringBuilder(32).append(time.toLocalDateTime());
    if (time.getSecond() == 0 && time.getNano() == 0) {
      text.append(":00");
    }
    ZoneOffset offset = time.getOffset();
    return text.append(offset).toString();
  }
}
