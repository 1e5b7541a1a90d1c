package io.storefront.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.storefront.infra.settings.Settings;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;

/** The program that {@code cdk} runs: writes the templates of what the flags ask for. */
public final class Main {
  private Main() {}

  /** Takes no arguments; flags and folder come from the CDK. */
  public static void main(String[] arguments) {
    App app = new App();
    Deployment.of(app, new Settings(app.getNode()));
    Aspects.of(app).add(new AwsSolutionsChecks());
    app.synth();
  }
}
