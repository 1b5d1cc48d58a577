package org.qingmen.spi.facts;

import java.util.List;
import org.qingmen.model.Text;

/**
 * A control policy (管控策略) in force for the enterprise at the time of the passage.
 *
 * @param id id of the policy
 * @param title title for people
 * @param alert alert level it belongs to ({@code yellow}, {@code orange}, {@code red}); null when
 *     it stands alone
 * @param stopRoadTransport whether road transport stops altogether
 * @param minimumStageDiesel lowest stage admitted for diesel vehicles, -1 for none
 * @param minimumStageGas lowest stage admitted for gas vehicles, -1 for none
 * @param minimumStageGasoline lowest stage admitted for gasoline vehicles, -1 for none
 * @param vehicleClasses {@code all}, or classes of GA/T 16.4 separated by commas: {@code heavy},
 *     {@code medium}, {@code light}, {@code mini}
 * @param exemptUsages usages that are exempt, such as {@code special}, {@code dangerous-goods}
 * @param exemptPlates plates on the allow-list
 * @param unknownStage verdict for a vehicle of unknown stage: {@code deny}, {@code warn}, {@code
 *     allow}
 * @param cap most heavy vehicles that may enter on one day; null for no cap, -1 when there is one
 *     but nothing it could be a share of
 * @param nrmmMinimumStage lowest stage at which a machine may work, -1 for none
 */
public record Control(
    String id,
    String title,
    String alert,
    boolean stopRoadTransport,
    int minimumStageDiesel,
    int minimumStageGas,
    int minimumStageGasoline,
    String vehicleClasses,
    List<String> exemptUsages,
    List<String> exemptPlates,
    String unknownStage,
    Integer cap,
    int nrmmMinimumStage) {

  /** A control without a cap and without a demand on machines. */
  public Control(
      String id,
      String title,
      String alert,
      boolean stopRoadTransport,
      int minimumStageDiesel,
      int minimumStageGas,
      int minimumStageGasoline,
      String vehicleClasses,
      List<String> exemptUsages,
      List<String> exemptPlates,
      String unknownStage) {
    this(
        id,
        title,
        alert,
        stopRoadTransport,
        minimumStageDiesel,
        minimumStageGas,
        minimumStageGasoline,
        vehicleClasses,
        exemptUsages,
        exemptPlates,
        unknownStage,
        null,
        -1);
  }

  public Control {
    exemptUsages = List.copyOf(exemptUsages);
    exemptPlates = List.copyOf(exemptPlates);
  }

  /** Id of the policy. */
  public String getId() {
    return id;
  }

  /** Alert level, may be null. */
  public String getAlert() {
    return alert;
  }

  /** Whether road transport stops altogether. */
  public boolean isStopRoadTransport() {
    return stopRoadTransport;
  }

  /** {@code all}, or the classes separated by commas. */
  public String getVehicleClasses() {
    return vehicleClasses;
  }

  /** Verdict for a vehicle of unknown stage. */
  public String getUnknownStage() {
    return unknownStage;
  }

  /** Whether the policy concerns this vehicle at all: its class, and not exempt. */
  public boolean concerns(Passage passage) {
    return namesClass(passage.getVehicleClass()) && !exempts(passage);
  }

  /** Whether the policy exempts this vehicle, whatever its class. */
  public boolean exempts(Passage passage) {
    return exemptUsages.contains(passage.getUsage())
        || (passage.isPlateRead() && exemptPlates.contains(passage.getPlate()));
  }

  /** Whether it holds for vehicles of every class. */
  public boolean isAllClasses() {
    return "all".equals(vehicleClasses);
  }

  /**
   * Whether it holds for vehicles of a class.
   *
   * @param vehicleClass class of GA/T 16.4; null when it is not known, which only all classes hold
   */
  public boolean namesClass(String vehicleClass) {
    return isAllClasses() || Lists.has(vehicleClasses, vehicleClass);
  }

  /** Whether a machine or in-plant vehicle is on the allow-list by its code. */
  public boolean exemptsUnit(String code) {
    return exemptPlates.contains(code);
  }

  /** Whether it limits the number of heavy vehicles a day. */
  public boolean isCapped() {
    return cap != null;
  }

  /** Whether the number is known. */
  public boolean isCapKnown() {
    return cap != null && cap >= 0;
  }

  /** Most heavy vehicles that may enter on one day; -1 when it is not known or there is no cap. */
  public int getMostHeavy() {
    return cap == null ? -1 : cap;
  }

  /** Lowest stage at which a machine may work, -1 for none. */
  public int getNrmmMinimumStage() {
    return nrmmMinimumStage;
  }

  /** Whether it demands a minimum stage of any fuel. */
  public boolean isStageDemanded() {
    return minimumStageDiesel >= 0 || minimumStageGas >= 0 || minimumStageGasoline >= 0;
  }

  /** Title for people. */
  public String getTitle() {
    return title == null ? id : title;
  }

  /** Alert level for people. */
  public Text getAlertName() {
    return switch (alert == null ? "" : alert) {
      case "yellow" -> new Text("黄色预警", "yellow alert");
      case "orange" -> new Text("橙色预警", "orange alert");
      case "red" -> new Text("红色预警", "red alert");
      default -> new Text("未处于预警期", "no alert");
    };
  }

  /**
   * Lowest stage admitted for this fuel, -1 for none; unknown fuels are held to the diesel limit.
   */
  public int minimumStage(String fuel) {
    return switch (fuel) {
      case "natural-gas", "lpg" -> minimumStageGas;
      case "gasoline" -> minimumStageGasoline;
      default -> minimumStageDiesel;
    };
  }
}
