package org.qingmen.supervision.inspection.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * Completeness and form of a record of a ledger.
 *
 * @param missing members that it lacks
 * @param malformed members of a wrong form
 */
record RecordCheck(List<String> missing, List<String> malformed) {

  static RecordCheck of(JsonNode record, List<String> required, Map<String, String> forms) {
    List<String> missing = required.stream().filter(path -> empty(at(record, path))).toList();
    List<String> malformed =
        forms.entrySet().stream()
            .filter(form -> !empty(at(record, form.getKey())))
            .filter(form -> !at(record, form.getKey()).asText().matches(form.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return new RecordCheck(missing, malformed);
  }

  private static JsonNode at(JsonNode record, String path) {
    return record.at("/" + path.replace('.', '/'));
  }

  private static boolean empty(JsonNode value) {
    return value.isMissingNode()
        || value.isNull()
        || (value.isContainerNode() ? value.isEmpty() : value.asText().isBlank());
  }
}
