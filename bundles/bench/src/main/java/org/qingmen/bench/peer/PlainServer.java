package org.qingmen.bench.peer;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;

/** The peer as a process: {@code PlainServer PORT JDBC-ADDRESS SETUP-FILE RULES-FOLDER}. */
public final class PlainServer {

  /** The same as {@code org.ops4j.pax.web.cfg} of the product. */
  private static final int MOST_THREADS = 200;

  private static final int LEAST_THREADS = 8;

  private PlainServer() {}

  /** Serves until the process is ended. */
  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    Setup setup = Setup.read(Path.of(arguments[2]));
    Rules rules = Rules.of(Path.of(arguments[3]));
    HikariDataSource pool = Pool.open(arguments[1]);
    Server server = server(port, application(setup, rules, pool));
    server.start();
    System.out.println("ready");
    server.join();
  }

  private static ResourceConfig application(Setup setup, Rules rules, HikariDataSource pool)
      throws SQLException, IOException {
    Tables.create(pool);
    Passages passages = new Passages(setup, rules, new Store(pool), new Traces(pool));
    ResourceConfig application = new ResourceConfig();
    application.property(ServerProperties.WADL_FEATURE_DISABLE, true);
    application.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
    application.register(new SignatureFilter(setup));
    application.register(new PassageResource(passages));
    return application;
  }

  private static Server server(int port, ResourceConfig application) {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(new ServletContainer(application)), "/api/v1/*");
    server.setHandler(context);
    return server;
  }
}
