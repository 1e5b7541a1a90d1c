package io.storefront.wiring.demo;

/**
 * The keys of the demo. They are published here and nowhere secret: whoever runs the demo for
 * others gives everything in it to everybody.
 */
public final class DemoKeys {
  /** Of the storefront {@code aurora}. */
  public static final String AURORA = "oms_test_DemoAurora_PublishedWithTheDemoDataOfAurora3Ptj20";

  /** Of the storefront {@code harbor}. */
  public static final String HARBOR = "oms_test_DemoHarbor_PublishedWithTheDemoDataOfHarbor2jsU3q";

  /** Of the operator, with every scope. */
  public static final String OPERATOR =
      "oms_test_DemoOperat_PublishedWithDemoDataForOperator1V21Iy";

  private DemoKeys() {}
}
