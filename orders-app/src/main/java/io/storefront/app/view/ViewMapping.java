package io.storefront.app.view;

import org.mapstruct.MapperConfig;
import org.mapstruct.ReportingPolicy;

/** For all mappers: nothing may be forgotten. */
@MapperConfig(unmappedTargetPolicy = ReportingPolicy.ERROR, uses = Simple.class)
interface ViewMapping {}
