/** For whoever deploys to AWS: the program that writes the CloudFormation templates. */
@NullMarked
package io.storefront.infra;

import org.jspecify.annotations.NullMarked;
