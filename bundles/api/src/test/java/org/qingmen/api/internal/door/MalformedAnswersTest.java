package org.qingmen.api.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.junit.jupiter.api.Test;

class MalformedAnswersTest {

  @Test
  void whatCannotBeReadIsAProblemInBothLanguagesWithTheServersReason() throws Exception {
    HttpFields.Mutable headers = HttpFields.build();
    String json =
        StandardCharsets.UTF_8
            .decode(new MalformedAnswers().badMessageError(400, "Bad URI", headers))
            .toString();
    assertThat(headers.get(HttpHeader.CONTENT_TYPE)).isEqualTo(Problems.TYPE);
    JsonNode problem = new ObjectMapper().readTree(json);
    assertThat(problem.path("code").asText()).isEqualTo("malformed");
    assertThat(problem.path("status").asInt()).isEqualTo(400);
    assertThat(problem.path("detail").asText()).contains("Bad URI", "请求头", "header");
    assertThat(problem.path("fix").asText()).contains("%25");
  }
}
