package org.qingmen.impact.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of this room; {@code org.qingmen.impact.cfg}. */
@ObjectClassDefinition(name = "Qingmen impact")
@interface ImpactConfig {

  String PID = "org.qingmen.impact";

  @AttributeDefinition(
      description = "share of records or grades that may flip before a second person must approve")
  double approval_share() default 0.01;

  @AttributeDefinition(
      description =
          "whether a version of kind gate, verification or grading is put into service only after "
              + "an impact of it came to its end")
  boolean approval_impact() default false;

  @AttributeDefinition(
      description = "workers of an impact job; 0 takes one per processor, at most 4")
  int workers() default 0;

  @AttributeDefinition(description = "rest per time worked while records arrive; 0 never rests")
  double rest_share() default 0.1;

  @AttributeDefinition(description = "records a second from which on a job rests")
  double rest_from() default 100;

  @AttributeDefinition(
      description = "records a shadow run may lie behind before it leaves some out")
  long shadow_queue() default 20_000;
}
