package org.qingmen.camelhost.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.qingmen.model.Coded;
import org.qingmen.spi.intake.NativeRecord;
import org.qingmen.spi.intake.PassageAnswer;
import org.qingmen.spi.intake.PassageSink;
import org.qingmen.spi.journal.JournalUnavailableException;

/**
 * Hands the body, a native record in JSON, to the platform. Afterwards the body is the answer in
 * JSON and the headers {@code QingmenStatus}, {@code QingmenVerdict} and {@code QingmenReceipt} are
 * set. When nothing can be made durable the route stops with HTTP status 503.
 */
final class PassageStep implements Processor {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final PassageSink passages;
  private final String source;
  private final String enterprise;
  private final String division;

  PassageStep(PassageSink passages, String source, String enterprise, String division) {
    this.passages = passages;
    this.source = source;
    this.enterprise = enterprise;
    this.division = division;
  }

  @Override
  public void process(Exchange exchange) throws JsonProcessingException {
    byte[] json = bytes(exchange);
    try {
      PassageAnswer answer =
          passages.submit(new NativeRecord(json, json, source, enterprise, division));
      exchange
          .getMessage()
          .setHeader("QingmenStatus", answer.status().name().toLowerCase(Locale.ROOT));
      exchange.getMessage().setHeader("QingmenVerdict", code(answer.verdict()));
      exchange.getMessage().setHeader("QingmenReceipt", answer.receipt());
      exchange.getMessage().setBody(JSON.writeValueAsString(body(answer)));
    } catch (JournalUnavailableException e) {
      exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 503);
      exchange.getMessage().setHeader("Retry-After", e.retryAfterSeconds());
      exchange.getMessage().setBody("{\"status\":\"unavailable\"}");
      exchange.setRouteStop(true);
    }
  }

  private static byte[] bytes(Exchange exchange) throws JsonProcessingException {
    Object body = exchange.getMessage().getBody();
    if (body instanceof Map || body instanceof List) {
      return JSON.writeValueAsBytes(body);
    }
    byte[] bytes = exchange.getMessage().getBody(byte[].class);
    return bytes == null ? "".getBytes(StandardCharsets.UTF_8) : bytes;
  }

  private static Map<String, Object> body(PassageAnswer answer) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("serial", answer.serial());
    body.put("status", answer.status().name().toLowerCase(Locale.ROOT));
    body.put("receipt", answer.receipt());
    Map<String, Object> decision = new LinkedHashMap<>();
    decision.put("id", answer.decision());
    decision.put("verdict", code(answer.verdict()));
    body.put("decision", answer.decision() == null ? null : decision);
    body.put("reasons", answer.reasons().stream().map(PassageAnswer.Reason::code).toList());
    body.put("findings", answer.findings().stream().map(PassageAnswer.Finding::code).toList());
    body.put("errors", answer.errors().stream().map(PassageAnswer.Fault::code).toList());
    return body;
  }

  private static String code(Coded coded) {
    return coded == null ? null : coded.code();
  }
}
