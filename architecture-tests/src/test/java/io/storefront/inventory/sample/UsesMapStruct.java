package io.storefront.inventory.sample;

import org.mapstruct.Mapper;

/** A domain that maps with a library. */
public record UsesMapStruct(Mapper used) {}
