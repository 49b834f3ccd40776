package dev.sidecarctl.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What holds for every injection, to the byte: a second one changes nothing, ejecting gives the
 * input, an upgrade gives what the new template gives on the original; and all of it whatever the
 * line ends, with a BOM, and without a newline at the end.
 */
final class ByteLaws {
  private static final String SKIP_UNRENDERED = "--skip-unrendered";
  private static final String BOM = "\uFEFF";

  private final CaseFolder folder;
  private final Path scratch;

  /** The same text in another shape. */
  @SuppressWarnings("ImmutableEnumChecker") // the functions keep nothing
  enum Variant {
    AS_WRITTEN(text -> text),
    LF(text -> text.replace("\r\n", "\n")),
    CRLF(text -> withCarriageReturns(LF.shape.apply(text))),
    BOM_TURNED(text -> text.startsWith(BOM) ? text.substring(1) : BOM + text),
    LAST_NEWLINE_TURNED(ByteLaws::turnLastNewline);

    private final UnaryOperator<String> shape;

    Variant(UnaryOperator<String> shape) {
      this.shape = shape;
    }

    byte[] of(byte[] bytes) {
      // Nothing is no text.
      return bytes.length == 0
          ? bytes
          : utf8(shape.apply(new String(bytes, StandardCharsets.UTF_8)));
    }
  }

  /**
   * @param folder the case
   * @param scratch a folder to work in, made when needed
   */
  ByteLaws(CaseFolder folder, Path scratch) {
    this.folder = folder;
    this.scratch = scratch;
    copyInto(scratch);
  }

  private static String withCarriageReturns(String text) {
    return text.replace("\n", "\r\n");
  }

  private static String turnLastNewline(String text) {
    if (text.endsWith("\r\n")) {
      return text.substring(0, text.length() - 2);
    }
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text + "\n";
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  void check(Variant variant) {
    byte[] injected = variant.of(folder.expected());
    ToolRun run = inject(variant.of(folder.bytes(folder.inputName())));
    expect(variant + ": injected", run.out(), injected);
    assertThat(run.diagnostics())
        .as(variant + ": diagnostics")
        .isEqualTo(folder.textOrNothing("expected.diagnostics"));
    expect(variant + ": injected twice", inject(injected).out(), injected);
    expect(variant + ": ejected", eject(injected), variant.of(folder.ejected()));
    folder
        .original()
        .ifPresent(
            original ->
                expect(
                    variant + ": injected into the original",
                    inject(variant.of(original)).out(),
                    injected));
  }

  private static void expect(String law, byte[] bytes, byte[] expected) {
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .as(law)
        .isEqualTo(new String(expected, StandardCharsets.UTF_8));
    assertThat(bytes).as(law + ", bytes").isEqualTo(expected);
  }

  private ToolRun inject(byte[] input) {
    return run(input, folder.commandLine());
  }

  private byte[] eject(byte[] input) {
    List<String> line = new ArrayList<>(List.of("eject", folder.inputName()));
    if (folder.arguments().contains(SKIP_UNRENDERED)) {
      line.add(SKIP_UNRENDERED);
    }
    return run(input, line).out();
  }

  private ToolRun run(byte[] input, List<String> commandLine) {
    try {
      Files.write(scratch.resolve(folder.inputName()), input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ToolRun.of(scratch, commandLine);
  }

  private void copyInto(Path target) {
    Path from = folder.path();
    try {
      Files.walkFileTree(
          from,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path child, BasicFileAttributes attributes)
                throws IOException {
              Files.createDirectories(target.resolve(from.relativize(child).toString()));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path child, BasicFileAttributes attributes)
                throws IOException {
              Files.copy(child, target.resolve(from.relativize(child).toString()));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
