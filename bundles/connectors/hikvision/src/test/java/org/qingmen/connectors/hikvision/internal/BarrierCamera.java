package org.qingmen.connectors.hikvision.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A camera that opens its arm for one account, by HTTP digest computed on its own. */
final class BarrierCamera implements AutoCloseable {

  private final HttpServer server;
  private final String account;
  private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();

  BarrierCamera(String user, String password) throws IOException {
    this.account = user + ":Camera:" + password;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  String nextCommand() throws InterruptedException {
    return news.poll(30, TimeUnit.SECONDS);
  }

  List<String> commands() {
    return commands;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (authorization == null || !right(authorization, exchange)) {
      exchange
          .getResponseHeaders()
          .add("WWW-Authenticate", "Digest qop=\"auth\", realm=\"Camera\", nonce=\"n0nce\"");
      exchange.sendResponseHeaders(401, -1);
    } else {
      String command = exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n" + body;
      exchange.sendResponseHeaders(200, -1);
      commands.add(command);
      news.add(command);
    }
    exchange.close();
  }

  private boolean right(String authorization, HttpExchange exchange) throws IOException {
    String own = authorization.replaceAll(".*cnonce=\"([^\"]*)\".*", "$1");
    String sent = authorization.replaceAll(".*response=\"([^\"]*)\".*", "$1");
    String what = exchange.getRequestMethod() + ":" + exchange.getRequestURI().getRawPath();
    String wanted = md5(md5(account) + ":n0nce:00000001:" + own + ":auth:" + md5(what));
    return sent.equals(wanted);
  }

  private static String md5(String text) throws IOException {
    try {
      byte[] digest =
          java.security.MessageDigest.getInstance("MD5")
              .digest(text.getBytes(StandardCharsets.UTF_8));
      return java.util.HexFormat.of().formatHex(digest);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
