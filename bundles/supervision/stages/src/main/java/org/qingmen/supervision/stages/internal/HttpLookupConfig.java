package org.qingmen.supervision.stages.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code org.qingmen.stages.lookup.cfg}. */
@ObjectClassDefinition(id = HttpLookupConfig.PID, name = "Qingmen stage lookup")
public @interface HttpLookupConfig {

  /** Name of the configuration. */
  String PID = "org.qingmen.stages.lookup";

  /** Address that is asked; empty asks nobody. */
  @AttributeDefinition
  String url() default "";

  /** Name shown with the evidence when the answer brings no text. */
  String name() default "HTTP";

  /** Bearer token; empty for none. */
  String token() default "";

  /** Longest wait for an answer, in milliseconds. */
  int timeout_milliseconds() default 2000;

  /** How long an answer is believed, in minutes. */
  int cache_minutes() default 1440;

  /** Failures in a row after which the service is left alone. */
  int failures() default 3;

  /** How long it is left alone, in seconds. */
  int pause_seconds() default 60;
}
