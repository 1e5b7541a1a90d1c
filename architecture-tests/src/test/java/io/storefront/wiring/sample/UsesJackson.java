package io.storefront.wiring.sample;

import tools.jackson.databind.JsonNode;

/** Wiring that reads JSON. */
public record UsesJackson(JsonNode used) {}
