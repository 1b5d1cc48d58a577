package org.qingmen.connectors.yaohua.internal;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.qingmen.model.Text;
import org.qingmen.spi.device.Codec;
import org.qingmen.spi.device.Connector;
import org.qingmen.spi.device.Messages;

/** What operators and the command line see of this connector. */
@Component(service = Connector.class)
public final class YaohuaConnector implements Connector {

  static final String ID = "yaohua";
  static final int PORT = 8193;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Text title() {
    return Messages.beside(YaohuaConnector.class).text("title");
  }

  @Override
  public int defaultPort() {
    return PORT;
  }

  @Override
  public List<Codec> codecs() {
    return List.of(new ContinuousCodec(), new CommandCodec(), new TextCodec(), new A12Codec());
  }
}
