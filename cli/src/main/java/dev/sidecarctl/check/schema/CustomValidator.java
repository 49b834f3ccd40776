package dev.sidecarctl.check.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.path.NodePath;
import dev.sidecarctl.check.schema.SchemaFault.Kind;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The custom resources whose definitions are known, and networknt's validator on their schemas. All
 * are to be learnt before the first is asked for; then for any number of threads.
 */
public final class CustomValidator {
  private static final String DIALECT = "urn:sidecarctl:custom";

  /** At most so many steps into an object that somebody else's schema leads to. */
  private static final int DEEPEST = 2000;

  private final Map<String, CustomResource> resources = new LinkedHashMap<>();
  private final Map<String, Schema> schemas = new HashMap<>();

  /** Learns a kind; a later definition of it counts. */
  public void learn(CustomResource resource) {
    resources.put(resource.group() + "/" + resource.kind(), resource);
  }

  /** The kind of an object, in whatever version. */
  public Optional<CustomResource> find(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    return Optional.ofNullable(resources.get(group + "/" + kind));
  }

  /** What is wrong with an object of a kind and version that are known. */
  public List<SchemaFault> validate(Value object, CustomResource resource, String version) {
    Schema schema = schema(resource, version);
    Map<String, SchemaFault> faults = new LinkedHashMap<>();
    for (Error error : schema.validate(ValueNodes.of(object))) {
      SchemaFault fault = fault(error);
      String key = alternatives(error);
      if (key.isEmpty()) {
        faults.put(error.getKeyword() + fault.path() + faults.size(), fault);
      } else {
        faults.merge(key, noneOf(fault), CustomValidator::outer);
      }
    }
    return new ArrayList<>(faults.values());
  }

  private synchronized Schema schema(CustomResource resource, String version) {
    String key = resource.group() + "/" + version + "/" + resource.kind();
    Schema known = schemas.get(key);
    if (known == null) {
      Value.Mapping structural = resource.versions().getOrDefault(version, Value.Mapping.empty());
      known =
          registry()
              .getSchema(
                  SchemaLocation.of("crd:/" + schemas.size()), StructuralNodes.root(structural));
      schemas.put(key, known);
    }
    return known;
  }

  private static SchemaRegistry registry() {
    Dialect dialect =
        Dialect.builder(DIALECT)
            .idKeyword("$id")
            .specificationVersion(SpecificationVersion.DRAFT_2020_12)
            .keywords(
                List.of(
                    KeywordType.TYPE,
                    KeywordType.PROPERTIES,
                    KeywordType.REQUIRED,
                    KeywordType.ADDITIONAL_PROPERTIES,
                    KeywordType.ITEMS,
                    KeywordType.FORMAT,
                    KeywordType.ENUM,
                    KeywordType.PATTERN,
                    KeywordType.MINIMUM,
                    KeywordType.MAXIMUM,
                    KeywordType.EXCLUSIVE_MINIMUM,
                    KeywordType.EXCLUSIVE_MAXIMUM,
                    KeywordType.MULTIPLE_OF,
                    KeywordType.MIN_LENGTH,
                    KeywordType.MAX_LENGTH,
                    KeywordType.MIN_ITEMS,
                    KeywordType.MAX_ITEMS,
                    KeywordType.MIN_PROPERTIES,
                    KeywordType.MAX_PROPERTIES,
                    KeywordType.UNIQUE_ITEMS,
                    KeywordType.ALL_OF,
                    KeywordType.ANY_OF,
                    KeywordType.ONE_OF,
                    KeywordType.NOT))
            .formats(Formats.all())
            .build();
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .formatAssertionsEnabled(true)
            .locale(Locale.ROOT)
            .messageSource((key, fallback, locale, arguments) -> key)
            .executionContextCustomizer(
                (execution, schema) ->
                    execution.executionConfig(builder -> builder.maxEvaluationDepth(DEEPEST)))
            .build();
    return SchemaRegistry.withDialect(dialect, builder -> builder.schemaRegistryConfig(config));
  }

  /** The place of the schema whose alternatives do not fit; empty where it is not about such. */
  private static String alternatives(Error error) {
    NodePath path = error.getEvaluationPath();
    StringBuilder outer = new StringBuilder();
    for (int i = 0; i < path.getNameCount(); i++) {
      String step = String.valueOf(path.getElement(i));
      outer.append('/').append(step);
      if (step.equals("anyOf") || step.equals("oneOf") || step.equals("not")) {
        return outer.toString();
      }
    }
    return "";
  }

  private static SchemaFault noneOf(SchemaFault fault) {
    return new SchemaFault(
        Kind.WRONG_VALUE, fault.path(), "", "fits none of the alternatives that the schema gives");
  }

  private static SchemaFault outer(SchemaFault one, SchemaFault other) {
    return one.path().size() <= other.path().size() ? one : other;
  }

  private static SchemaFault fault(Error error) {
    List<Object> path = new ArrayList<>();
    NodePath at = error.getInstanceLocation();
    for (int i = 0; i < at.getNameCount(); i++) {
      path.add(at.getElement(i));
    }
    JsonNode limit = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "additionalProperties" -> {
        path.add(error.getProperty());
        yield new SchemaFault(Kind.UNKNOWN_FIELD, path, "", "");
      }
      case "required" -> {
        path.add(error.getProperty());
        yield new SchemaFault(Kind.MISSING_FIELD, path, "", "");
      }
      case "type" -> new SchemaFault(Kind.WRONG_TYPE, path, first(limit), "");
      case "format" -> new SchemaFault(Kind.WRONG_FORMAT, path, first(limit), "");
      case "enum" -> new SchemaFault(Kind.UNSUPPORTED, path, "", words(limit));
      default -> new SchemaFault(Kind.WRONG_VALUE, path, "", detail(error.getKeyword(), limit));
    };
  }

  private static String first(JsonNode node) {
    return node.isArray() ? node.get(0).asString() : node.asString();
  }

  private static String words(JsonNode node) {
    StringBuilder words = new StringBuilder();
    for (JsonNode word : node) {
      String text = word.isString() ? '"' + word.asString() + '"' : word.toString();
      words.append(words.length() == 0 ? "" : ", ").append(text);
    }
    return words.toString();
  }

  private static String detail(String keyword, JsonNode limit) {
    String bound = limit.isString() ? limit.asString() : limit.toString();
    return switch (keyword) {
      case "minimum" -> "must be greater than or equal to " + bound;
      case "maximum" -> "must be less than or equal to " + bound;
      case "exclusiveMinimum" -> "must be greater than " + bound;
      case "exclusiveMaximum" -> "must be less than " + bound;
      case "multipleOf" -> "must be a multiple of " + bound;
      case "pattern" -> "must match '" + bound + "'";
      case "minLength" -> "must be at least " + bound + " characters long";
      case "maxLength" -> "may not be longer than " + bound + " characters";
      case "minItems" -> "must have at least " + bound + " items";
      case "maxItems" -> "must have at most " + bound + " items";
      case "minProperties" -> "must have at least " + bound + " properties";
      case "maxProperties" -> "must have at most " + bound + " properties";
      case "uniqueItems" -> "must not hold an item twice";
      default -> "does not fit the schema (" + keyword + ")";
    };
  }
}
