package dev.sidecarctl.check.schema;

import dev.sidecarctl.kubernetes.KubernetesVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of all versions in one text, a line each, which is looked up and read line by line:
 *
 * <pre>
 * V 1.27 1.28 1.30                                     the versions; bit 0 of a mask is the first
 * G apps/v1 Deployment V1Deployment deployments N @1ff a kind, its type, N for namespaced, its mask
 * D V1Container @1ff args=[s name=s! restartPolicy=s@1fe
 * </pre>
 *
 * <p>A type is {@code s} (string), {@code i} (int32), {@code l} (int64), {@code d} (double), {@code
 * b} (boolean), {@code t} (date-time), {@code y} (bytes), {@code x} (int or string), {@code q}
 * (quantity), {@code *} (anything), a list of a type behind an opening bracket, a mapping to a type
 * behind an opening brace, or {@code #Name}; an exclamation mark says required, {@code @hex} in
 * which versions, where not in all that know the type.
 *
 * <p>For one thread at a time but for {@link #kind}.
 */
public final class SchemaTable {
  private static final int HEX = 16;

  private final String text;
  private final List<Integer> minors;
  private final Map<String, Optional<Definition>> definitions = new HashMap<>();

  /**
   * @param text lines that end in LF
   */
  public SchemaTable(String text) {
    this.text = text;
    this.minors = minors(text.substring(2, text.indexOf('\n')));
  }

  private static List<Integer> minors(String versions) {
    List<Integer> minors = new ArrayList<>();
    for (String version : split(versions)) {
      minors.add(Integer.parseInt(version.substring(2)));
    }
    return minors;
  }

  /**
   * A kind that API servers serve.
   *
   * @param type the definition of its objects
   * @param namespaced whether its objects live in a namespace
   * @param versions in which it is served
   */
  public record Kind(String type, boolean namespaced, int versions) {}

  /** The kind, in whatever version it is served. */
  public Optional<Kind> kind(String apiVersion, String kind) {
    String group = apiVersion.indexOf('/') < 0 ? "/" + apiVersion : apiVersion;
    String line = line("\nG " + group + " " + kind + " ");
    if (line == null) {
      return Optional.empty();
    }
    List<String> words = split(line);
    boolean namespaced = words.get(2).equals("N");
    return Optional.of(new Kind(words.get(0), namespaced, mask(words.get(3))));
  }

  /** Whether a group is one of those whose kinds stand here, in whatever version. */
  public boolean hasGroup(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return text.contains("\nG " + apiVersion.substring(0, Math.max(0, slash)) + "/");
  }

  /** The bits of a version; of one that no table has, those of its neighbours. */
  public int bits(KubernetesVersion version) {
    int exact = minors.indexOf(Math.min(version.minor(), minors.get(minors.size() - 1)));
    if (exact >= 0) {
      return 1 << exact;
    }
    int bits = 0;
    for (int i = 0; i < minors.size(); i++) {
      if (Math.abs(minors.get(i) - version.minor()) == 1) {
        bits |= 1 << i;
      }
    }
    return bits;
  }

  /** Whether the table has a version itself, and not only its neighbours. */
  public boolean has(KubernetesVersion version) {
    return minors.contains(version.minor());
  }

  /** {@code 1.34} for the oldest version of a mask that is not empty. */
  public String oldest(int mask) {
    return "1." + minors.get(Integer.numberOfTrailingZeros(mask));
  }

  /** {@code 1.34} for the newest version of a mask that is not empty. */
  public String newest(int mask) {
    return "1." + minors.get(Integer.SIZE - 1 - Integer.numberOfLeadingZeros(mask));
  }

  /** The definition of a type. */
  public Optional<Definition> definition(String name) {
    Optional<Definition> known = definitions.get(name);
    if (known == null) {
      String line = line("\nD " + name + " ");
      known = line == null ? Optional.empty() : Optional.of(read(name, line));
      definitions.put(name, known);
    }
    return known;
  }

  private static Definition read(String name, String line) {
    List<String> words = split(line);
    int all = mask(words.get(0));
    Map<String, List<Property>> properties = new HashMap<>();
    for (String word : words.subList(1, words.size())) {
      int equals = word.indexOf('=');
      int at = word.indexOf('@');
      int end = at < 0 ? word.length() : at;
      boolean required = word.charAt(end - 1) == '!';
      Property property =
          new Property(
              word.substring(equals + 1, required ? end - 1 : end),
              required,
              at < 0 ? all : mask(word.substring(at)));
      String key = word.substring(0, equals);
      List<Property> forms = properties.get(key);
      if (forms == null) {
        forms = new ArrayList<>(1);
        properties.put(key, forms);
      }
      forms.add(property);
    }
    return new Definition(name, all, properties);
  }

  /** What follows the beginning of the line that begins so; null if none does. */
  private @Nullable String line(String beginning) {
    int at = text.indexOf(beginning);
    return at < 0
        ? null
        : text.substring(at + beginning.length(), text.indexOf('\n', at + beginning.length()));
  }

  private static int mask(String word) {
    return Integer.parseInt(word, 1, word.length(), HEX);
  }

  private static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int blank = line.indexOf(' '); blank >= 0; blank = line.indexOf(' ', start)) {
      words.add(line.substring(start, blank));
      start = blank + 1;
    }
    words.add(line.substring(start));
    return words;
  }
}
