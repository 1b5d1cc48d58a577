package org.qingmen.bench.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import org.qingmen.model.Text;
import org.qingmen.spi.intake.PassageAnswer;

/** {@code POST /api/v1/passages}: one passage or an array of them, answered as by the product. */
@Path("passages")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class PassageResource {

  private final ObjectMapper json = new ObjectMapper();
  private final Passages passages;

  PassageResource(Passages passages) {
    this.passages = passages;
  }

  /** Takes passages; each is a transaction of its own. */
  @POST
  public Response submit(byte[] body, @Context ContainerRequestContext request)
      throws IOException, SQLException {
    SignatureFilter.Caller caller = SignatureFilter.caller(request);
    ObjectNode answer = json.createObjectNode();
    ArrayNode results = answer.putArray("results");
    JsonNode sent = json.readTree(body);
    if (sent.isArray()) {
      for (int i = 0; i < sent.size(); i++) {
        byte[] raw = json.writeValueAsBytes(sent.get(i));
        write(results.addObject(), passages.take(raw, sent.get(i), caller, i == 0));
      }
    } else {
      write(results.addObject(), passages.take(body, sent, caller, true));
    }
    return Response.ok(json.writeValueAsBytes(answer), MediaType.APPLICATION_JSON_TYPE).build();
  }

  private static void write(ObjectNode json, PassageAnswer answer) {
    json.put("serial", answer.serial());
    json.put("status", answer.status().name().toLowerCase(Locale.ROOT));
    json.put("receipt", answer.receipt());
    if (answer.decision() != null) {
      ObjectNode decision = json.putObject("decision");
      decision.put("id", answer.decision());
      decision.put("verdict", answer.verdict().code());
      ArrayNode reasons = decision.putArray("reasons");
      for (PassageAnswer.Reason reason : answer.reasons()) {
        ObjectNode each = reasons.addObject().put("code", reason.code());
        each.put("clause", reason.clause()).put("message", text(reason.message()));
        each.put("rule", reason.rule());
      }
    }
    ArrayNode findings = json.putArray("findings");
    for (PassageAnswer.Finding finding : answer.findings()) {
      ObjectNode each = findings.addObject().put("code", finding.code());
      each.put("severity", finding.severity().code()).put("field", finding.field());
      each.put("message", text(finding.message()));
    }
    ArrayNode errors = json.putArray("errors");
    for (PassageAnswer.Fault fault : answer.errors()) {
      ObjectNode each = errors.addObject().put("code", fault.code());
      each.put("pointer", fault.pointer()).put("message", text(fault.message()));
    }
  }

  private static String text(Text text) {
    return text.in(Locale.SIMPLIFIED_CHINESE);
  }
}
