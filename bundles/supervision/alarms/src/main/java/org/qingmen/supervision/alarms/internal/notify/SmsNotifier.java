package org.qingmen.supervision.alarms.internal.notify;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.qingmen.spi.alarm.NotDeliveredException;
import org.qingmen.spi.alarm.Notice;
import org.qingmen.spi.alarm.Notifier;

/**
 * Sends text messages through an HTTP gateway: a POST with a JSON object whose members are named in
 * the configuration. Gateways that want another form are another {@link Notifier}.
 */
@Component(service = Notifier.class, configurationPid = "org.qingmen.notifications.sms")
@Designate(ocd = SmsNotifier.Config.class)
public final class SmsNotifier implements Notifier {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Config config;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(LONGEST)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** Keys of {@code org.qingmen.notifications.sms.cfg}. */
  @ObjectClassDefinition(name = "Qingmen text messages")
  public @interface Config {

    @AttributeDefinition(name = "Address of the gateway; empty sends none")
    String url() default "";

    @AttributeDefinition(name = "Value of the Authorization header, empty for none")
    String authorization() default "";

    @AttributeDefinition(name = "Member that carries the telephone number")
    String number_member() default "phone";

    @AttributeDefinition(name = "Member that carries the text")
    String text_member() default "content";

    @AttributeDefinition(name = "Further members as name=value, comma separated")
    String members() default "";

    @AttributeDefinition(name = "Longest text in characters")
    int longest() default 200;
  }

  /** Wired by the container. */
  @Activate
  public SmsNotifier(Config config) {
    this.config = config;
  }

  @Override
  public String channel() {
    return "sms";
  }

  @Override
  public void send(Notice notice) throws NotDeliveredException {
    if (config.url().isBlank()) {
      throw new NotDeliveredException(
          "no gateway: set url in org.qingmen.notifications.sms.cfg", true, null);
    }
    if (!notice.address().matches("\\+?[0-9 -]{3,20}")) {
      throw new NotDeliveredException("no telephone number: " + notice.address(), false, null);
    }
    ObjectNode body = JSON.createObjectNode();
    // A list in a .cfg file arrives as one text.
    for (String member : config.members().split(",")) {
      int equals = member.indexOf('=');
      if (equals > 0) {
        body.put(member.substring(0, equals).strip(), member.substring(equals + 1).strip());
      }
    }
    body.put(config.number_member(), notice.address());
    String text = notice.subject();
    body.put(config.text_member(), text.substring(0, Math.min(config.longest(), text.length())));
    post(body.toString());
  }

  private void post(String body) throws NotDeliveredException {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(config.url()))
              .timeout(LONGEST)
              .header("Content-Type", "application/json; charset=utf-8")
              .POST(HttpRequest.BodyPublishers.ofString(body));
      if (!config.authorization().isBlank()) {
        request.header("Authorization", config.authorization());
      }
      int status =
          client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status / 100 != 2) {
        throw new NotDeliveredException("the gateway answered " + status, true, null);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new NotDeliveredException("the gateway was not reached: " + e, true, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotDeliveredException("interrupted", true, e);
    }
  }
}
