package dev.sidecarctl.layout;

import dev.sidecarctl.yaml.Value.Mapping;
import java.util.Random;

/**
 * A manifest in some layout.
 *
 * @param text the whole source
 * @param data of its only workload
 */
public record LayoutSample(String text, Mapping data) {
  private static final String BOM = "\uFEFF";

  /** The sample of a seed. */
  public static LayoutSample of(int seed) {
    Random random = new Random(seed);
    Mapping data = new RandomManifest(random).next();
    RandomLayout layout = new RandomLayout(random);
    String body = layout.write(data);
    return new LayoutSample(finished(random, body, layout.endsInKeptLines()), data);
  }

  private static String finished(Random random, String body, boolean keptLines) {
    StringBuilder text = new StringBuilder();
    boolean alone = random.nextInt(3) > 0;
    if (!alone) {
      text.append(head(random));
    }
    text.append(body);
    if (!alone && random.nextInt(3) == 0) {
      text.append(tail(random));
    } else if (random.nextInt(4) == 0 && !keptLines) {
      text.setLength(text.length() - 1);
    } else if (random.nextInt(12) == 0 && !keptLines) {
      text.append("   ");
    }
    String ended = lineEnds(random, text.toString(), alone);
    return random.nextInt(12) == 0 ? BOM + ended : ended;
  }

  private static String head(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> "# licence\n\n";
      case 1 -> "---\n";
      case 2 -> "# licence\n--- # doc  \n";
      case 3 -> "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n---\n";
      default -> "%YAML 1.1\n---\n";
    };
  }

  private static String tail(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> "...\n";
      case 1 -> "---\n";
      case 2 -> "...\n# after\n";
      default -> "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: d}\n";
    };
  }

  private static String lineEnds(Random random, String text, boolean alone) {
    int kind = random.nextInt(12);
    if (kind == 0 || kind == 1) {
      return text.replace("\n", "\r\n");
    }
    if (kind == 2 && alone) {
      return text.replace('\n', '\r');
    }
    if (kind > 3) {
      return text;
    }
    StringBuilder mixed = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      mixed.append(c == '\n' && random.nextBoolean() ? "\r\n" : String.valueOf(c));
    }
    return mixed.toString();
  }
}
