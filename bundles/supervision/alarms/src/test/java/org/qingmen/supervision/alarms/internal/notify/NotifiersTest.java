package org.qingmen.supervision.alarms.internal.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.lang.annotation.Annotation;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.spi.alarm.NotDeliveredException;
import org.qingmen.spi.alarm.Notice;

class NotifiersTest {

  @TempDir Path data;

  private static Notice notice(String address) {
    return new Notice(
        "N1",
        "r-1",
        "raised",
        address,
        "【严重】新报警：门禁 A01 离线",
        "第一行\n第二行",
        "{\"id\":\"N1\"}".getBytes(StandardCharsets.UTF_8),
        Instant.parse("2026-10-01T00:00:00Z"));
  }

  private static MailNotifier mail(int port, String user, String password) {
    return new MailNotifier(
        new MailNotifier.Config() {
          @Override
          public String host() {
            return port == 0 ? "" : "127.0.0.1";
          }

          @Override
          public int port() {
            return port;
          }

          @Override
          public String security() {
            return "none";
          }

          @Override
          public String user() {
            return user;
          }

          @Override
          public String password() {
            return password;
          }

          @Override
          public String from() {
            return "qingmen@example.org";
          }

          @Override
          public Class<? extends Annotation> annotationType() {
            return MailNotifier.Config.class;
          }
        });
  }

  @Test
  void aMailArrivesInChineseAtARealMailServer() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.setUser("qingmen@example.org", "qingmen", "secret");
    server.start();
    try {
      mail(server.getSmtp().getPort(), "qingmen", "secret").send(notice("zhang@example.org"));
      assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
      MimeMessage mail = server.getReceivedMessages()[0];
      assertThat(mail.getSubject()).isEqualTo("【严重】新报警：门禁 A01 离线");
      String text = new String(mail.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).contains("第一行", "第二行");
      assertThat(mail.getAllRecipients()[0]).hasToString("zhang@example.org");
    } finally {
      server.stop();
    }
  }

  @Test
  void aMailThatCannotBeSentSaysWhyAndWhetherToTryAgain() {
    NotDeliveredException unset =
        catchThrowableOfType(
            NotDeliveredException.class, () -> mail(0, "", "").send(notice("a@example.org")));
    assertThat(unset.worthTryingAgain()).isTrue();
    assertThat(unset).hasMessageContaining("org.qingmen.notifications.mail.cfg");
    NotDeliveredException wrong =
        catchThrowableOfType(
            NotDeliveredException.class, () -> mail(1, "", "").send(notice("no address")));
    assertThat(wrong.worthTryingAgain()).isFalse();
  }

  @Test
  void aWebhookIsSignedWithTheSecretOfItsRule() throws Exception {
    List<String> signatures = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          signatures.add(exchange.getRequestHeaders().getFirst("Qingmen-Signature"));
          exchange.sendResponseHeaders(
              exchange.getRequestURI().getPath().equals("/no") ? 503 : 204, -1);
          exchange.close();
        });
    server.start();
    try {
      String base = "http://127.0.0.1:" + server.getAddress().getPort();
      SigningKey key = new SigningKey(data);
      WebhookNotifier webhook = new WebhookNotifier(key, host -> true);
      webhook.send(notice(base + "/yes"));
      String time = signatures.get(0).replaceFirst("t=([0-9]+),.*", "$1");
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.secret("r-1")), "HmacSHA256"));
      String expected =
          HexFormat.of()
              .formatHex(mac.doFinal((time + ".{\"id\":\"N1\"}").getBytes(StandardCharsets.UTF_8)));
      assertThat(signatures.get(0)).isEqualTo("t=" + time + ",v1=" + expected);
      NotDeliveredException refused =
          catchThrowableOfType(
              NotDeliveredException.class, () -> webhook.send(notice(base + "/no")));
      assertThat(refused.worthTryingAgain()).isTrue();
      assertThat(refused).hasMessage("not accepted (5xx)");
      WebhookNotifier inside = new WebhookNotifier(key, host -> false);
      NotDeliveredException barred =
          catchThrowableOfType(
              NotDeliveredException.class, () -> inside.send(notice(base + "/yes")));
      assertThat(barred.worthTryingAgain()).isFalse();
      assertThat(barred).hasMessageContaining("org.qingmen.outbound.cfg");
      assertThat(signatures).as("nothing was sent").hasSize(2);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void theSigningKeyIsKeptAndForItsOwnerOnly() throws Exception {
    String secret = new SigningKey(data).secret("r-1");
    assertThat(new SigningKey(data).secret("r-1")).isEqualTo(secret);
    assertThat(new SigningKey(data).secret("r-2")).isNotEqualTo(secret);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("keys/webhooks.key"))))
        .isEqualTo("rw-------");
  }
}
