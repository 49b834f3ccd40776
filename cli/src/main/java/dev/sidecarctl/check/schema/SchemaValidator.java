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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * networknt's validator on the types of one Kubernetes version: with the few keywords that they
 * need, without its texts, and with a definition read only when something refers to it. For any
 * number of threads.
 */
public final class SchemaValidator {
  private static final String SCHEME = "k8s:/";
  private static final String DIALECT = "urn:sidecarctl:kubernetes";

  private final String base;
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  /**
   * @param bits of the version
   */
  public SchemaValidator(SchemaTable table, int bits) {
    this.base = SCHEME + Integer.toHexString(bits) + "/";
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
                    KeywordType.REF,
                    KeywordType.FORMAT))
            .formats(Formats.all())
            .build();
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .formatAssertionsEnabled(true)
            .preloadSchema(false)
            .locale(Locale.ROOT)
            .messageSource((key, fallback, locale, arguments) -> key)
            .build();
    this.registry =
        SchemaRegistry.withDialect(
            dialect,
            builder ->
                builder
                    .schemaRegistryConfig(config)
                    .nodeReader(new DefinitionNodes(table, bits, base))
                    .schemas(iri -> iri.startsWith(base) ? iri.substring(base.length()) : null));
  }

  /**
   * What is wrong with an object, in no order that means anything.
   *
   * @param type the name of its definition
   */
  public List<SchemaFault> validate(Value object, String type) {
    Schema schema = schemas.get(type);
    if (schema == null) {
      schema = registry.getSchema(SchemaLocation.of(base + type));
      schemas.put(type, schema);
    }
    JsonNode node = ValueNodes.of(object);
    List<SchemaFault> faults = new ArrayList<>();
    for (Error error : schema.validate(node)) {
      faults.add(fault(error));
    }
    return faults;
  }

  private SchemaFault fault(Error error) {
    List<Object> path = new ArrayList<>();
    NodePath at = error.getInstanceLocation();
    for (int i = 0; i < at.getNameCount(); i++) {
      path.add(at.getElement(i));
    }
    String type = definition(error);
    return switch (error.getKeyword()) {
      case "additionalProperties" -> {
        path.add(error.getProperty());
        yield new SchemaFault(Kind.UNKNOWN_FIELD, path, type, "");
      }
      case "required" -> {
        path.add(error.getProperty());
        yield new SchemaFault(Kind.MISSING_FIELD, path, type, "");
      }
      case "type" ->
          error.getInstanceNode() != null && error.getInstanceNode().isNull()
              ? new SchemaFault(Kind.MISSING_FIELD, path, type, "")
              : new SchemaFault(Kind.WRONG_TYPE, path, due(error), "");
      default -> new SchemaFault(Kind.WRONG_FORMAT, path, due(error), "");
    };
  }

  /** {@code V1Container} of {@code k8s:/100/V1Container#/properties/name/type}. */
  private String definition(Error error) {
    String location = error.getSchemaLocation().toString();
    int hash = location.indexOf('#');
    return location.startsWith(base) && hash > 0 ? location.substring(base.length(), hash) : "";
  }

  /** The type, or the format, that is due, in the words of JSON Schema. */
  private static String due(Error error) {
    JsonNode due = error.getSchemaNode();
    if (due == null) {
      return "";
    }
    return due.isArray() ? due.get(0).asString() : due.asString();
  }
}
