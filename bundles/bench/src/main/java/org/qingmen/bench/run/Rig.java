package org.qingmen.bench.run;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import org.qingmen.bench.load.Fleet;
import org.qingmen.bench.load.Load;
import org.qingmen.bench.load.Records;
import org.qingmen.bench.load.Requests;
import org.qingmen.bench.measure.Forces;
import org.qingmen.bench.server.Api;
import org.qingmen.bench.server.Database;
import org.qingmen.bench.server.Peer;
import org.qingmen.bench.server.Product;
import org.qingmen.bench.server.Work;

/** The product and its peer beside each other, on one MariaDB, knowing the same. */
final class Rig implements AutoCloseable {

  static final String PRODUCT = "qingmen";
  static final String PEER = "peer";
  private static final int ENTERPRISES = 60;
  private static final int VEHICLES = 48_000;

  final Path folder = Work.folder("intake");
  final Fleet fleet = new Fleet(ENTERPRISES, VEHICLES);
  final Database database;
  final Product product;
  final Api api;
  final Forces forces;
  final Registration registration;
  final Peer peer;
  private int runs;

  Rig(boolean withPeer) throws IOException, InterruptedException, SQLException {
    database = Database.start(folder.resolve("mariadb"));
    product =
        new Product(folder)
            .with("QINGMEN_DB_URL", database.create(PRODUCT))
            .with("QINGMEN_DB_USER", "root")
            .start();
    api = product.api();
    forces = new Forces(product.pid(), folder);
    registration = Registration.of(fleet, api);
    peer = withPeer ? new Peer(folder, database.create(PEER), registration.setup()) : null;
  }

  /** A load on the product with serial numbers of its own. */
  Load onProduct(int perRequest) {
    return load(product.address(), perRequest);
  }

  /** A load on the peer. */
  Load onPeer(int perRequest) {
    return load(peer.address(), perRequest);
  }

  private Load load(InetSocketAddress target, int perRequest) {
    String run = "r" + Integer.toString(++runs, 36) + Long.toString(System.nanoTime() >>> 20, 36);
    String host = target.getHostString() + ":" + target.getPort();
    Requests requests =
        new Requests(new Records(fleet, run), registration.signers(run), perRequest, host);
    return new Load(target, requests);
  }

  @Override
  public void close() {
    if (peer != null) {
      peer.close();
    }
    product.close();
    database.close();
    Work.delete(folder);
  }
}
