package org.qingmen.grading.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Keys of {@code org.qingmen.grading.cfg}. */
@ObjectClassDefinition(id = GradingConfig.PID, name = "Qingmen grading")
public @interface GradingConfig {

  /** Configuration PID. */
  String PID = "org.qingmen.grading";

  @AttributeDefinition(
      description = "Days after which a ledger that is kept counts as overdue at the period's end.")
  int ledger_days() default 31;
}
