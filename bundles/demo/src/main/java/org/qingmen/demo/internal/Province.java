package org.qingmen.demo.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * The invented province: everything in it is made up, its division codes are assigned to nobody.
 *
 * @param seed where every random choice begins, so that two loads are alike
 * @param province the province
 * @param cities its cities
 * @param plates beginnings of plates that no city issues
 * @param fleets hauliers
 * @param works enterprises
 */
record Province(
    long seed,
    Place province,
    List<Place> cities,
    List<String> plates,
    List<String> fleets,
    List<Works> works) {

  /** A place with its division. */
  record Place(String division, String name) {}

  /**
   * An enterprise and its traffic.
   *
   * @param grade grade it declares, may be null
   * @param visits visits of trucks on an ordinary working day
   * @param stages weight of each emission stage among its trucks
   * @param gas share of combustion trucks that burn natural gas
   * @param in goods brought
   * @param out goods fetched
   * @param tankers share of outgoing loads in bulk cement tankers
   * @param rail tonnes by rail a day, 0 without a siding
   * @param railMaterial what the railway brings
   * @param inPlant in-plant vehicles by stage
   * @param machines non-road machines by stage
   */
  record Works(
      String name,
      String division,
      List<String> industries,
      String branch,
      String grade,
      int visits,
      Map<String, Integer> stages,
      double gas,
      List<String> in,
      List<String> out,
      double tankers,
      double rail,
      String railMaterial,
      Map<String, Integer> inPlant,
      Map<String, Integer> machines) {}

  /** Reads the shipped description. */
  static Province read() {
    try (InputStream json = Province.class.getResourceAsStream("/org/qingmen/demo/province.json")) {
      return new ObjectMapper().readValue(json, Province.class);
    } catch (IOException e) {
      throw new UncheckedIOException("the description of the demonstration is damaged", e);
    }
  }
}
