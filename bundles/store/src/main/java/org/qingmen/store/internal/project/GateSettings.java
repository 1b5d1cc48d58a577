package org.qingmen.store.internal.project;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What counts as online, late and recorded in the gates' history. */
@Component(service = GateSettings.class, configurationPid = "org.qingmen.gates")
@Designate(ocd = GateSettings.Config.class)
public final class GateSettings {

  /** Minutes for which a sign of life holds. */
  public final int aliveMinutes;

  /** A passage received later than so many minutes is late. */
  public final int lateMinutes;

  /** A passage so many minutes before or after a raise is its record. */
  public final int recordMinutes;

  /** Keys of {@code org.qingmen.gates.cfg}. */
  @ObjectClassDefinition(name = "Qingmen gates")
  public @interface Config {

    @AttributeDefinition(name = "Minutes for which a sign of life holds: three heartbeats")
    int alive_minutes() default 3;

    @AttributeDefinition(name = "Minutes after which a passage received is late")
    int late_minutes() default 10;

    @AttributeDefinition(name = "Minutes between a raise by hand and the passage that records it")
    int record_minutes() default 5;
  }

  /** Wired by the container. */
  @Activate
  public GateSettings(Config config) {
    this(config.alive_minutes(), config.late_minutes(), config.record_minutes());
  }

  /** The same by hand. */
  public GateSettings(int aliveMinutes, int lateMinutes, int recordMinutes) {
    this.aliveMinutes = aliveMinutes;
    this.lateMinutes = lateMinutes;
    this.recordMinutes = recordMinutes;
  }
}
