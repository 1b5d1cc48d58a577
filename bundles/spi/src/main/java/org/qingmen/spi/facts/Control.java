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
 * @param vehicleClasses {@code heavy} or {@code all}
 * @param exemptUsages usages that are exempt, such as {@code special}, {@code dangerous-goods}
 * @param exemptPlates plates on the allow-list
 * @param unknownStage verdict for a vehicle of unknown stage: {@code deny}, {@code warn}, {@code
 *     allow}
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
    String unknownStage) {

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

  /** {@code heavy} or {@code all}. */
  public String getVehicleClasses() {
    return vehicleClasses;
  }

  /** Verdict for a vehicle of unknown stage. */
  public String getUnknownStage() {
    return unknownStage;
  }

  /** Whether the policy concerns this vehicle at all: its class, and not exempt. */
  public boolean concerns(Passage passage) {
    return (isAllClasses() || passage.isHeavy()) && !exempts(passage);
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
