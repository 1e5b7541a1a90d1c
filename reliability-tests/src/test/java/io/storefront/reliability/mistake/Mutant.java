package io.storefront.reliability.mistake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * All of our classes once more, one of them with a mistake in its source, and whatever uses it with
 * it, so that nothing of it meets the classes without the mistake.
 */
final class Mutant extends ClassLoader {
  private static final String OURS = "io.storefront.";

  private final Map<String, ByteArrayOutputStream> compiled = new HashMap<>();

  /** Compiles the class with its mistake; throws where that is no Java. */
  Mutant(Mistake mistake) throws IOException {
    super(Mutant.class.getClassLoader());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter complaints = new StringWriter();
    try (JavaFileManager files = new Kept(compiler)) {
      List<String> options =
          List.of("-nowarn", "-proc:none", "-cp", System.getProperty("java.class.path"));
      List<Source> sources = List.of(new Source(mistake.file(), spoiled(mistake)));
      if (!compiler.getTask(complaints, files, null, options, null, sources).call()) {
        throw new IllegalArgumentException(mistake + " is no Java: " + complaints);
      }
    }
  }

  /** The class of this name, as the mistake has made it. */
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      return name.startsWith(OURS) ? define(name) : super.loadClass(name, resolve);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] bytes = compiled.containsKey(name) ? compiled.get(name).toByteArray() : read(name);
    return defineClass(name, bytes, 0, bytes.length);
  }

  private byte[] read(String name) throws ClassNotFoundException {
    try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** The source with its mistake; throws where that cannot be made. */
  static String spoiled(Mistake mistake) throws IOException {
    String source = Files.readString(root().resolve(mistake.path()));
    int at = source.indexOf(mistake.from());
    if (at < 0 || source.indexOf(mistake.from(), at + 1) >= 0) {
      throw new IllegalArgumentException(
          mistake + ": its text must stand exactly once in " + mistake.path());
    }
    return source.replace(mistake.from(), mistake.to());
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("orders-domain"))) {
      here = here.getParent();
    }
    return here;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    private Source(String file, String text) {
      super(URI.create("mistake:///" + file), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Keeps what is compiled in memory. */
  private final class Kept extends ForwardingJavaFileManager<JavaFileManager> {
    private Kept(JavaCompiler compiler) {
      super(compiler.getStandardFileManager(null, null, null));
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      compiled.put(name, bytes);
      return new SimpleJavaFileObject(URI.create("mistake:///" + name), kind) {
        @Override
        public OutputStream openOutputStream() {
          return bytes;
        }
      };
    }
  }
}
