package dev.sidecarctl.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.check.ObjectFinder.ManifestObject;
import dev.sidecarctl.check.schema.SchemaFault;
import dev.sidecarctl.check.schema.SchemaTable;
import dev.sidecarctl.check.schema.SchemaValidator;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * networknt's validator and a small walker of the table find the same in mutants of the corpus.
 * {@code -Dseed=N} and {@code -Dmutants=N} try others.
 */
class SchemaLawTest {
  private static final Path ROOT = Path.of(System.getProperty("sidecarctl.root"));
  private static final int MUTANTS = Integer.getInteger("mutants", 2000);
  private static final List<Value> STRANGE =
      List.of(
          Value.nothing(),
          Value.text(""),
          Value.text("100m"),
          Value.text("2024-01-31T00:00:00Z"),
          new Value.Scalar(Value.Kind.INTEGER, "4294967296", null),
          new Value.Scalar(Value.Kind.INTEGER, "80", null),
          new Value.Scalar(Value.Kind.FLOAT, "0.5", null),
          new Value.Scalar(Value.Kind.BOOLEAN, "true", null),
          Value.Sequence.empty(),
          Value.Sequence.of(List.of(Value.nothing(), Value.text("a"))),
          Value.Mapping.empty(),
          Value.Mapping.of(Map.of("name", Value.text("a"))));

  private final Random random = new Random(Long.getLong("seed", 1));

  @Test
  void walkerAndValidatorAgree() throws IOException {
    String text =
        Files.readString(ROOT.resolve("cli/src/main/resources/dev/sidecarctl/check/schemas.txt"));
    SchemaTable table = new SchemaTable(text);
    List<ManifestObject> objects = corpus();
    assertThat(objects).hasSizeGreaterThan(100);
    int faults = 0;
    for (int minor : List.of(27, 31, 36)) {
      int bits = table.bits(new KubernetesVersion(minor));
      SchemaValidator validator = new SchemaValidator(table, bits);
      TableWalk walk = new TableWalk(text, bits);
      for (int i = 0; i < MUTANTS; i++) {
        ManifestObject object = objects.get(random.nextInt(objects.size()));
        String type = table.kind(object.id().apiVersion(), object.id().kind()).orElseThrow().type();
        Value mutant = mutate(object.value());
        if (!(mutant instanceof Value.Mapping)) {
          continue;
        }
        Set<String> found = new TreeSet<>();
        for (SchemaFault fault : validator.validate(mutant, type)) {
          found.add(fault.kind() + " " + fault.path());
        }
        faults += found.size();
        assertThat(found).as("%s in 1.%d", mutant, minor).isEqualTo(walk.faults(mutant, type));
      }
    }
    assertThat(faults).isGreaterThan(MUTANTS);
  }

  private static List<ManifestObject> corpus() throws IOException {
    String text =
        Files.readString(ROOT.resolve("cli/src/main/resources/dev/sidecarctl/check/schemas.txt"));
    SchemaTable table = new SchemaTable(text);
    List<ManifestObject> objects = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve("testdata/corpus"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
        try {
          for (YamlDocument document :
              YamlStream.of(new Source(file.toString(), Files.readString(file))).documents()) {
            for (ManifestObject object : ObjectFinder.find(document.value())) {
              if (table.kind(object.id().apiVersion(), object.id().kind()).isPresent()) {
                objects.add(object);
              }
            }
          }
        } catch (RefusedException e) {
          // Helm source, and what is no UTF-8.
        }
      }
    }
    return objects;
  }

  /** Changes about one place in twenty. */
  private Value mutate(Value value) {
    if (random.nextInt(40) == 0) {
      return STRANGE.get(random.nextInt(STRANGE.size()));
    }
    if (value instanceof Value.Mapping mapping) {
      Map<String, Value> entries = new LinkedHashMap<>();
      mapping
          .entries()
          .forEach(
              (key, entry) -> {
                int chance = random.nextInt(60);
                if (chance > 0) {
                  entries.put(chance == 1 ? key + "x" : key, mutate(entry));
                }
              });
      return mapping.withEntries(entries);
    }
    if (value instanceof Value.Sequence list) {
      List<Value> items = new ArrayList<>();
      list.items().forEach(item -> items.add(mutate(item)));
      return list.withItems(items);
    }
    return value;
  }
}
