package org.qingmen.api.internal.queries;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of {@code org.qingmen.api.cfg}. */
@ObjectClassDefinition(name = "Qingmen API")
public @interface PlateSettings {

  /** Id of the configuration. */
  String PID = "org.qingmen.api";

  /** Roles that see plates and VINs in full; a caller with none of them sees masked ones. */
  @AttributeDefinition
  String[] plates_full() default {"officer", "enterprise", "integrator", "device"};
}
