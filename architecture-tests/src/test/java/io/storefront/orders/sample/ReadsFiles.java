package io.storefront.orders.sample;

import java.nio.file.Path;

/** A domain that knows of files. */
public record ReadsFiles(Path file) {}
