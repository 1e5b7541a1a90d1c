package start;

import io.javalin.Javalin;

/** The floor: the least that a program on the same HTTP library does before it answers. */
final class HelloJavalin {
  private HelloJavalin() {}

  public static void main(String[] args) {
    Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.routes.get("/health/ready", context -> context.result("hello"));
            })
        .start("127.0.0.1", Integer.parseInt(System.getenv("PORT")));
  }
}
