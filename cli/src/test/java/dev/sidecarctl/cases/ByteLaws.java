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
import java.util.Arrays;
import java.util.Collections;
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

  /**
   * Holds the laws to the text in another shape.
   *
   * @param variants what is done to it, in this order
   */
  void check(Variant... variants) {
    UnaryOperator<byte[]> variant =
        bytes -> {
          byte[] shaped = bytes;
          for (Variant one : variants) {
            shaped = one.of(shaped);
          }
          return shaped;
        };
    String law = Arrays.toString(variants);
    ToolRun run = inject(variant.apply(folder.bytes(folder.inputName())));
    assertThat(run.diagnostics())
        .as(law + ": diagnostics")
        .isEqualTo(folder.textOrNothing("expected.diagnostics"));
    if (folder.expectedStatus() != 0) {
      expect(law + ": refused", run, folder.expectedStatus(), new byte[0]);
      return;
    }
    byte[] injected = variant.apply(folder.expected());
    expect(law + ": injected", run, 0, injected);
    expect(law + ": injected twice", inject(injected), 0, injected);
    ToolRun ejection = eject(injected);
    int ejects = folder.refusesEject() ? 3 : 0;
    expect(law + ": ejected", ejection, ejects, variant.apply(folder.ejected()));
    assertThat(ejection.diagnostics())
        .as(law + ": diagnostics of eject")
        .isEqualTo(folder.textOrNothing("eject.diagnostics"));
    if (!folder.refusesEject()) {
      checkOneByOne(law, variant, injected);
    }
    folder
        .original()
        .ifPresent(
            original -> {
              ToolRun fresh = inject(variant.apply(original));
              expect(law + ": injected into the original", fresh, 0, injected);
            });
  }

  /** Templates that are ejected one after the other leave what they leave when ejected at once. */
  private void checkOneByOne(String law, UnaryOperator<byte[]> variant, byte[] injected) {
    List<String> names = new ArrayList<>(DataLaw.templatesIn(folder));
    for (int turn = 0; turn < 2 && names.size() > 1; turn++) {
      byte[] text = injected;
      for (String name : names.subList(0, names.size() - 1)) {
        ToolRun run = eject(text, "-t", name);
        assertThat(run.status()).as(law + ": ejected " + name + ": " + run.err()).isZero();
        text = run.out();
      }
      ToolRun last = eject(text, "-t", names.get(names.size() - 1));
      expect(law + ": ejected " + names, last, 0, variant.apply(folder.ejected()));
      Collections.reverse(names);
    }
  }

  private static void expect(String law, ToolRun run, int status, byte[] expected) {
    assertThat(new String(run.out(), StandardCharsets.UTF_8))
        .as(law)
        .isEqualTo(new String(expected, StandardCharsets.UTF_8));
    assertThat(run.out()).as(law + ", bytes").isEqualTo(expected);
    assertThat(run.status()).as(law + ", exit status").isEqualTo(status);
  }

  /** What inject does with the input, in a copy of the case's folder. */
  ToolRun injection() {
    return inject(folder.bytes(folder.inputName()));
  }

  /** What eject does with the output that the case expects. */
  ToolRun ejection() {
    return eject(folder.expected());
  }

  private ToolRun inject(byte[] input) {
    return run(input, folder.commandLine());
  }

  private ToolRun eject(byte[] input, String... options) {
    List<String> line = new ArrayList<>(List.of("eject", folder.inputName()));
    line.addAll(List.of(options));
    if (folder.arguments().contains(SKIP_UNRENDERED)) {
      line.add(SKIP_UNRENDERED);
    }
    return run(input, line);
  }

  private ToolRun run(byte[] input, List<String> commandLine) {
    try {
      Path file = scratch.resolve(folder.inputName());
      Files.write(file, input);
      ToolRun run = ToolRun.of(scratch, commandLine);
      assertThat(Files.readAllBytes(file)).as("the file that was read").isEqualTo(input);
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
