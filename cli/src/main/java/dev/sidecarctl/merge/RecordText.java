package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.JsonText;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The record as text: one line of JSON with sorted keys, described in {@code docs/record.md}. */
public final class RecordText {
  private static final String FORMAT = "1";
  private static final String RECOVER =
      "restore the annotation from version control; or delete it together with what was injected,"
          + " and inject again";

  private RecordText() {}

  /** Writes a record. */
  public static String write(InjectionRecord record) {
    StringBuilder json = new StringBuilder("{\"templates\":{");
    String separator = "";
    for (Map.Entry<String, InjectionRecord.Entry> entry : record.templates().entrySet()) {
      JsonText.quote(json.append(separator), entry.getKey());
      writeEntry(json.append(':'), entry.getValue());
      separator = ",";
    }
    json.append("},\"v\":").append(FORMAT);
    if (!record.was().isEmpty()) {
      writeTexts(json.append(",\"was\":"), record.was());
    }
    return json.append('}').toString();
  }

  private static void writeEntry(StringBuilder json, InjectionRecord.Entry entry) {
    json.append("{\"added\":{");
    String separator = "";
    for (Map.Entry<ItemPath, Digests> item : entry.added().entrySet()) {
      JsonText.quote(json.append(separator), item.getKey().toString());
      json.append(':');
      if (item.getValue().isWhole()) {
        JsonText.quote(json, item.getValue().whole());
      } else {
        writeTexts(json, item.getValue().parts());
      }
      separator = ",";
    }
    json.append('}');
    if (!entry.version().isEmpty()) {
      JsonText.quote(json.append(",\"version\":"), entry.version());
    }
    json.append('}');
  }

  private static void writeTexts(StringBuilder json, SortedMap<String, String> texts) {
    char separator = '{';
    for (Map.Entry<String, String> text : texts.entrySet()) {
      JsonText.quote(json.append(separator), text.getKey());
      JsonText.quote(json.append(':'), text.getValue());
      separator = ',';
    }
    json.append(separator == '{' ? "{}" : "}");
  }

  /**
   * Reads a record.
   *
   * @param annotation the annotation's value
   * @throws RefusedException when it is broken or of a later format
   */
  public static InjectionRecord read(Value annotation) {
    Location at = annotation.origin().orElse(null);
    Value.Mapping record = parse(annotation, at);
    Value format = record.find("v").orElse(Value.nothing());
    if (!(format instanceof Value.Scalar number) || number.kind() != Value.Kind.INTEGER) {
      throw broken("it has no format version \"v\"", at);
    }
    if (!number.text().equals(FORMAT)) {
      throw newer(number.text(), at);
    }
    SortedMap<String, InjectionRecord.Entry> templates = new TreeMap<>();
    for (Map.Entry<String, Value> entry : mapping(record, "templates", at).entries().entrySet()) {
      templates.put(entry.getKey(), readEntry(entry.getValue(), at));
    }
    return new InjectionRecord(templates, texts(record.mapping("was"), at));
  }

  private static Value.Mapping parse(Value annotation, @Nullable Location at) {
    String text = annotation.asText().orElseThrow(() -> broken("it is no string", at));
    try {
      List<YamlDocument> documents =
          YamlStream.of(new Source(InjectionRecord.ANNOTATION, text)).documents();
      if (documents.size() == 1
          && documents.get(0).isJson()
          && documents.get(0).value() instanceof Value.Mapping mapping) {
        return mapping;
      }
    } catch (RefusedException e) {
      throw broken("it is no JSON", at);
    }
    throw broken("it is no JSON object", at);
  }

  private static InjectionRecord.Entry readEntry(Value entry, @Nullable Location at) {
    if (!(entry instanceof Value.Mapping mapping)) {
      throw broken("a template's entry is no object", at);
    }
    SortedMap<ItemPath, Digests> added = new TreeMap<>();
    for (Map.Entry<String, Value> item : mapping(mapping, "added", at).entries().entrySet()) {
      added.put(ItemPath.parse(item.getKey()), readDigests(item.getValue(), at));
    }
    return new InjectionRecord.Entry(mapping.findText("version").orElse(""), added);
  }

  private static Digests readDigests(Value digests, @Nullable Location at) {
    if (digests instanceof Value.Mapping parts) {
      return new Digests("", texts(parts, at));
    }
    return Digests.whole(digests.asText().orElseThrow(() -> broken("a digest is no string", at)));
  }

  private static SortedMap<String, String> texts(Value.Mapping mapping, @Nullable Location at) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
      texts.put(
          entry.getKey(),
          entry.getValue().asText().orElseThrow(() -> broken("a text is no string", at)));
    }
    return texts;
  }

  private static Value.Mapping mapping(Value.Mapping record, String key, @Nullable Location at) {
    if (record.find(key).orElse(Value.nothing()) instanceof Value.Mapping mapping) {
      return mapping;
    }
    throw broken("\"" + key + "\" is no object", at);
  }

  private static RefusedException newer(String format, @Nullable Location at) {
    return new RefusedException(
        Diagnostic.error(
                Code.RECORD_NEWER,
                "the record of what was injected has format "
                    + format
                    + ", and this sidecarctl reads format "
                    + FORMAT,
                at)
            .helping("use the newer sidecarctl that wrote it"));
  }

  /** The refusal of a record that cannot be what was written. */
  static RefusedException broken(String what, @Nullable Location at) {
    return new RefusedException(
        Diagnostic.error(
                Code.RECORD_BROKEN, "the record of what was injected cannot be read: " + what, at)
            .helping(RECOVER));
  }
}
