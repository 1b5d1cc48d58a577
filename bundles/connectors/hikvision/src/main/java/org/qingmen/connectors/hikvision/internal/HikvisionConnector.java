package org.qingmen.connectors.hikvision.internal;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.qingmen.model.Text;
import org.qingmen.spi.device.Codec;
import org.qingmen.spi.device.Connector;
import org.qingmen.spi.device.Mapping;
import org.qingmen.spi.device.Messages;

/** What operators and the command line see of this connector. */
@Component(service = Connector.class)
public final class HikvisionConnector implements Connector {

  static final String ID = "hikvision";
  static final int PORT = 8192;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Text title() {
    return Messages.beside(HikvisionConnector.class).text("title");
  }

  @Override
  public int defaultPort() {
    return PORT;
  }

  @Override
  public List<Codec> codecs() {
    return List.of(new HikvisionCodec());
  }

  @Override
  public List<Mapping> mappings() {
    return List.of(new HikvisionMapping());
  }
}
