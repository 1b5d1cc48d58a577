package org.qingmen.security.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of {@code org.qingmen.security.cfg}. */
@ObjectClassDefinition(name = "Qingmen security")
public @interface SecurityConfig {

  /** Id of the configuration. */
  String PID = "org.qingmen.security";

  /** Work factor of bcrypt: each step doubles the time a guess takes. */
  @AttributeDefinition
  int bcrypt_cost() default 11;

  /** Hours a token serves. */
  @AttributeDefinition
  int token_hours() default 12;

  /** Failed sign-ins in a row after which one has to wait. */
  @AttributeDefinition
  int login_failures() default 5;

  /** First wait in seconds; it doubles with each further failure, up to a quarter of an hour. */
  @AttributeDefinition
  int login_delay_seconds() default 2;
}
