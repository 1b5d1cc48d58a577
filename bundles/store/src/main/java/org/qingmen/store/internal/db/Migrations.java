package org.qingmen.store.internal.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Brings the tables to the present version. */
final class Migrations {

  private static final String CHANGELOG = "org/qingmen/store/db/changelog.yaml";

  private Migrations() {}

  static void apply(Connection connection, Dialect dialect) throws SQLException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // Liquibase finds its own parts through the context loader.
    thread.setContextClassLoader(Liquibase.class.getClassLoader());
    try {
      // It would report its use to its maker over the network, and print to the console.
      Map<String, Object> scope =
          Map.of(
              "liquibase.analytics.enabled", "false", Scope.Attr.ui.name(), new LoggerUIService());
      Scope.child(scope, () -> update(connection, dialect));
    } catch (SQLException e) {
      throw e;
    } catch (Exception e) {
      throw new SQLException("the tables could not be brought up to date: " + e.getMessage(), e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static void update(Connection connection, Dialect dialect) throws Exception {
    var accessor = new ClassLoaderResourceAccessor(Migrations.class.getClassLoader());
    var database =
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(new JdbcConnection(connection));
    Liquibase liquibase = new Liquibase(CHANGELOG, accessor, database);
    liquibase.setChangeLogParameter("table.options", dialect.tableOptions());
    liquibase.setShowSummary(UpdateSummaryEnum.OFF);
    liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
    liquibase.update(new Contexts(), new LabelExpression());
  }
}
