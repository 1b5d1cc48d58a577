package org.qingmen.store.internal.db;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Keys of {@code org.qingmen.store.cfg}. */
@ObjectClassDefinition(id = StoreConfig.PID, name = "Qingmen store")
public @interface StoreConfig {

  /** Configuration PID. */
  String PID = "org.qingmen.store";

  @AttributeDefinition(
      description =
          "JDBC address: jdbc:mariadb://host:port/database or jdbc:h2:file:/path; empty for the"
              + " embedded database in the data directory. QINGMEN_DB_URL wins.")
  String url() default "";

  @AttributeDefinition(description = "Database user. QINGMEN_DB_USER wins.")
  String user() default "";

  @AttributeDefinition(description = "Its password. QINGMEN_DB_PASSWORD wins.")
  String password() default "";

  @AttributeDefinition(description = "Most connections at once.")
  int connections() default 12;
}
