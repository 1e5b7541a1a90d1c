package io.storefront.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from outside reaches SQL as a bound parameter, and no other way. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SqlTest {
  private static final Set<String> TAKES_SQL =
      Set.of(
          "createQuery",
          "createUpdate",
          "createScript",
          "createCall",
          "prepareBatch",
          "prepareStatement",
          "prepareCall",
          "executeQuery",
          "executeUpdate",
          "nativeSQL",
          "select");

  /** What jdbi puts into the text of a statement instead of binding it. */
  private static final Set<String> REWRITES_SQL = Set.of("define", "defineList", "bindKeywords");

  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");

  @Test
  void sql_is_written_down_and_never_put_together() {
    assertThat(Sources.main().filter(SqlTest::usesSql)).isNotEmpty();
    assertThat(Sources.main().filter(SqlTest::usesSql).flatMap(file -> found(file).stream()))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "handle.createQuery(\"SELECT \" + column)",
        "handle.createQuery(\"SELECT %s\".formatted(column))",
        "handle.createUpdate(String.format(\"DELETE FROM %s\", table))",
        "handle.createUpdate(sql)",
        "handle.createUpdate(TEXT.replace(\"x\", column))",
        "connection.prepareStatement(sql())",
        "handle.createQuery(TEXT).define(\"column\", column)",
        "handle.execute(\"DELETE FROM \" + table)"
      })
  void sql_that_is_put_together_is_told(String call) {
    assertThat(found(sample("Object run() { return " + call + "; }"))).hasSize(1);
  }

  @Test
  void a_constant_that_is_put_together_of_anything_but_constants_is_told() {
    assertThat(found(sample("static final String TEXT = \"SELECT \" + column;"))).hasSize(1);
  }

  @Test
  void constants_are_welcome() {
    String fields = "static final String ALL = \"SELECT a, b \" + FROM;";
    String use = "Object run() { return handle.createQuery(Sql.ALL).bind(\"a\", a + b); }";
    assertThat(found(sample(fields + use))).isEmpty();
  }

  private static boolean usesSql(SourceFile file) {
    return file.text().contains("org.jdbi") || file.text().contains("java.sql");
  }

  private static List<String> found(SourceFile file) {
    Syntax syntax = Syntax.of(file);
    List<String> all = new ArrayList<>();
    new TreeScanner<Void, List<String>>() {
      @Override
      public Void visitMethodInvocation(MethodInvocationTree call, List<String> found) {
        if (putsSqlTogether(call)) {
          found.add("%s:%d: %s".formatted(file, syntax.line(call), name(call)));
        }
        return super.visitMethodInvocation(call, found);
      }

      @Override
      public Void visitVariable(VariableTree variable, List<String> found) {
        boolean constant = CONSTANT.matcher(variable.getName()).matches();
        boolean text = variable.getType() != null && "String".equals(variable.getType().toString());
        if (constant && text && !isWrittenDown(variable.getInitializer())) {
          found.add("%s:%d: %s".formatted(file, syntax.line(variable), variable.getName()));
        }
        return super.visitVariable(variable, found);
      }
    }.scan(syntax.unit(), all);
    return all;
  }

  private static boolean putsSqlTogether(MethodInvocationTree call) {
    boolean takesSql = TAKES_SQL.contains(name(call)) || isExecute(call);
    boolean hasText = !call.getArguments().isEmpty();
    return REWRITES_SQL.contains(name(call))
        || (takesSql && hasText && !isWrittenDown(call.getArguments().getFirst()));
  }

  /** The name that SQL shares with executors: it means SQL when it is said to a handle or batch. */
  private static boolean isExecute(MethodInvocationTree call) {
    return name(call).equals("execute")
        && call.getMethodSelect() instanceof MemberSelectTree select
        && select.getExpression().toString().matches(".*(handle|statement|batch).*");
  }

  private static boolean isWrittenDown(Tree text) {
    return switch (text) {
      case LiteralTree literal -> true;
      case IdentifierTree name -> CONSTANT.matcher(name.getName()).matches();
      case MemberSelectTree member -> CONSTANT.matcher(member.getIdentifier()).matches();
      case BinaryTree both ->
          isWrittenDown(both.getLeftOperand()) && isWrittenDown(both.getRightOperand());
      default -> false;
    };
  }

  private static String name(MethodInvocationTree call) {
    ExpressionTree method = call.getMethodSelect();
    return method instanceof MemberSelectTree select
        ? select.getIdentifier().toString()
        : method.toString();
  }

  private static SourceFile sample(String members) {
    return new SourceFile("Sample.java", "class Sample {" + members + "}");
  }
}
