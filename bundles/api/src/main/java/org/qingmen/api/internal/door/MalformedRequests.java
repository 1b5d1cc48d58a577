package org.qingmen.api.internal.door;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Handles nothing; it is in the HTTP server so that the server words its own refusals, such as of a
 * broken percent escape, by {@link MalformedAnswers}.
 */
@Component(service = Handler.class)
public final class MalformedRequests extends Handler.Abstract.NonBlocking {

  @Activate
  public MalformedRequests() {}

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    getServer().setErrorHandler(new MalformedAnswers());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    return false;
  }
}
