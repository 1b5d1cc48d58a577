package org.qingmen.it;

import java.util.Map;

/**
 * Bodies that an operation takes, by verb and address. With one that does not fit, a stranger's
 * request could be refused for the body alone, and nobody would see that the thing was found.
 */
final class TenantBodies {

  private static final String FROM = "2026-11-01T00:00:00+08:00";

  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("PUT /users/{user}", "{\"roles\": [\"officer\"], \"scope\": \"410102\"}"),
          Map.entry("POST /alarms/{id}/assign", "{\"to\": \"their-officer\", \"text\": \"x\"}"),
          Map.entry("POST /alarms/{id}/close", "{\"reason\": \"handled\", \"text\": \"x\"}"),
          Map.entry(
              "PUT /notification-rules/{id}",
              "{\"title\": \"试验\", \"channel\": \"sms\", \"division\": \"410102\","
                  + " \"addresses\": [\"13800000000\"], \"enabled\": false}"),
          Map.entry(
              "PUT /devices/{id}",
              "{\"enterprise\": \"" + Tenants.THEIRS + "\", \"protocol\": \"native\"}"),
          Map.entry("PUT /verifications/{id}/items/{item}", "{\"result\": \"ok\"}"),
          Map.entry("PUT /acceptances/{id}/items/{item}", "{\"result\": \"ok\"}"),
          Map.entry("PUT /files/{id}", "%PDF-1.4 ours"),
          Map.entry(
              "PUT /enterprises/{id}",
              "{\"name\": \"试验\", \"division\": \"410102\", \"industries\": [{\"code\": \"I15\"}]}"),
          Map.entry(
              "PUT /violators/{id}",
              "{\"plate\": {\"number\": \"豫A72009\", \"colour\": \"yellow\"}, \"reason\": \"遥感\","
                  + " \"source\": \"市局\", \"division\": \"410102\"}"),
          Map.entry(
              "PUT /policies/{id}",
              "{\"title\": \"限行\", \"target\": {\"divisions\": [\"410102\"]}, \"from\": \""
                  + FROM
                  + "\", \"control\": {\"stopRoadTransport\": true}}"),
          Map.entry(
              "PUT /episodes/{id}",
              "{\"level\": \"orange\", \"divisions\": [\"410102\"], \"from\": \"" + FROM + "\"}"),
          Map.entry("POST /suspicions/{id}/reply", "{\"kind\": \"confirmed\", \"text\": \"x\"}"),
          Map.entry("POST /suspicions/{id}/rule", "{\"decision\": \"accepted\", \"text\": \"x\"}"),
          Map.entry(
              "POST /passages/{receipt}/corrections",
              "{\"patch\": {\"cargo\": {\"tonnes\": 20}}, \"reason\": \"磅单为准\"}"),
          Map.entry(
              "PUT /reports/upward/{target}",
              "{\"title\": \"市级\", \"address\": \"http://127.0.0.1:9\", \"keyId\": \"none\","
                  + " \"division\": \"410102\", \"enabled\": false, \"summaries\": false}"),
          Map.entry("POST /reports/upward/{target}/resend", "{\"state\": \"confirmed\"}"),
          Map.entry(
              "POST /reports/upward/{target}/refill",
              "{\"from\": \"2026-10-01\", \"to\": \"2026-10-02\"}"));

  private TenantBodies() {}

  /** A body that fits; an empty object for operations that need none. */
  static String of(String verb, String path) {
    return BODIES.getOrDefault(verb + " " + path, "{}");
  }
}
