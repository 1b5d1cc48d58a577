package org.qingmen.supervision.alarms.internal.notify;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.qingmen.spi.alarm.NotDeliveredException;
import org.qingmen.spi.alarm.Notice;
import org.qingmen.spi.alarm.Notifier;

/** Sends mails through the office's mail server. */
@Component(service = Notifier.class, configurationPid = "org.qingmen.notifications.mail")
@Designate(ocd = MailNotifier.Config.class)
public final class MailNotifier implements Notifier {

  private static final String LONGEST_MILLIS = "10000";

  private final Config config;

  /** Keys of {@code org.qingmen.notifications.mail.cfg}. */
  @ObjectClassDefinition(name = "Qingmen mail")
  public @interface Config {

    @AttributeDefinition(name = "Mail server; empty sends no mails")
    String host() default "";

    @AttributeDefinition(name = "Its port")
    int port() default 25;

    @AttributeDefinition(name = "none, starttls or tls")
    String security() default "starttls";

    @AttributeDefinition(name = "Account, empty for none")
    String user() default "";

    @AttributeDefinition(name = "Its password")
    String password() default "";

    @AttributeDefinition(name = "Sender")
    String from() default "qingmen@localhost";
  }

  /** Wired by the container. */
  @Activate
  public MailNotifier(Config config) {
    this.config = config;
  }

  @Override
  public String channel() {
    return "email";
  }

  @Override
  public void send(Notice notice) throws NotDeliveredException {
    if (config.host().isBlank()) {
      throw new NotDeliveredException(
          "no mail server: set host in org.qingmen.notifications.mail.cfg", true, null);
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // The mail library finds its own parts through the context loader.
    thread.setContextClassLoader(Session.class.getClassLoader());
    try {
      Session session = Session.getInstance(properties());
      MimeMessage message = message(session, notice);
      try (Transport transport = session.getTransport()) {
        if (config.user().isBlank()) {
          transport.connect();
        } else {
          transport.connect(config.user(), config.password());
        }
        transport.sendMessage(message, message.getAllRecipients());
      }
    } catch (SendFailedException e) {
      throw new NotDeliveredException("refused: " + e.getMessage(), true, e);
    } catch (MessagingException e) {
      throw new NotDeliveredException("not sent: " + e.getMessage(), true, e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private MimeMessage message(Session session, Notice notice)
      throws MessagingException, NotDeliveredException {
    MimeMessage message = new MimeMessage(session);
    message.setRecipient(Message.RecipientType.TO, address(notice.address()));
    message.setFrom(new InternetAddress(config.from()));
    message.setSubject(notice.subject().replaceAll("[\\r\\n]+", " "), "UTF-8");
    message.setSentDate(Date.from(notice.at()));
    message.setHeader("X-Qingmen-Delivery", notice.id());
    byte[] text = notice.text().getBytes(StandardCharsets.UTF_8);
    message.setDataHandler(
        new DataHandler(new ByteArrayDataSource(text, "text/plain; charset=utf-8")));
    return message;
  }

  private static InternetAddress address(String text) throws NotDeliveredException {
    try {
      InternetAddress address = new InternetAddress(text, false);
      address.validate();
      return address;
    } catch (AddressException e) {
      throw new NotDeliveredException("no mail address: " + text, false, e);
    }
  }

  private Properties properties() {
    boolean tls = "tls".equals(config.security());
    String protocol = tls ? "smtps" : "smtp";
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", protocol);
    properties.setProperty("mail." + protocol + ".host", config.host());
    properties.setProperty("mail." + protocol + ".port", String.valueOf(config.port()));
    boolean start = "starttls".equals(config.security());
    properties.setProperty("mail.smtp.starttls.enable", String.valueOf(start));
    properties.setProperty("mail.smtp.starttls.required", String.valueOf(start));
    properties.setProperty("mail." + protocol + ".auth", String.valueOf(!config.user().isBlank()));
    for (String kind : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      properties.setProperty("mail." + protocol + "." + kind, LONGEST_MILLIS);
    }
    return properties;
  }
}
