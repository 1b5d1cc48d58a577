package org.qingmen.api;

/**
 * Marks a service that is a part of the HTTP API: a Jakarta REST resource (annotated with {@code
 * jakarta.ws.rs.Path}), a filter or another provider.
 *
 * <p>Each service is one instance that serves all requests, so it keeps no state of a request. Two
 * resources must not claim the same path and method.
 */
public interface ApiResource {}
