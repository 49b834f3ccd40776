package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.template.FieldTable.Field;
import dev.sidecarctl.template.FieldTable.Shape;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts values in for the references of a template's part. A scalar that is one reference takes the
 * value's type, unless Kubernetes wants a string there. Every value keeps the place that it has in
 * the template.
 */
final class Substitution {
  private final ReferenceValues values;
  private final Problems problems;

  Substitution(ReferenceValues values, Problems problems) {
    this.values = values;
    this.problems = problems;
  }

  /** A mapping of a type with its references filled in. */
  Value.Mapping fill(Value.Mapping mapping, Field field) {
    return fillStruct(mapping, field.type());
  }

  /** The strings of a list with their references filled in. */
  List<String> texts(Value.Sequence list) {
    List<String> texts = new ArrayList<>(list.items().size());
    for (Value item : list.items()) {
      Optional<String> text = item.asText();
      if (text.isPresent()) {
        texts.add(fillText(text.get(), item.origin()));
      }
    }
    return texts;
  }

  private Value fill(Value value, Field field) {
    if (value instanceof Value.Sequence list) {
      List<Value> items = new ArrayList<>(list.items().size());
      boolean same = true;
      for (Value item : list.items()) {
        Value filled = fill(item, field.item());
        same &= filled == item;
        items.add(filled);
      }
      return same ? list : list.withItems(items);
    }
    if (value instanceof Value.Mapping mapping) {
      return field.shape() == Shape.MAP
          ? fillMap(mapping, field.item())
          : fillStruct(mapping, field.type());
    }
    return fillScalar((Value.Scalar) value, field.type());
  }

  private Value.Mapping fillStruct(Value.Mapping mapping, String type) {
    Map<String, Field> fields = FieldTable.fields(type);
    Value.Mapping filled = mapping;
    for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
      Field field = fields.get(entry.getKey());
      Value value = field == null ? entry.getValue() : fill(entry.getValue(), field);
      if (value != entry.getValue()) {
        filled = filled.with(entry.getKey(), value);
      }
    }
    return filled;
  }

  /** In a mapping by strings the keys are data too. */
  private Value.Mapping fillMap(Value.Mapping map, Field item) {
    Map<String, Value> entries = new LinkedHashMap<>();
    Map<String, Location> origins = new LinkedHashMap<>();
    for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
      Optional<Location> origin = map.keyOrigin(entry.getKey());
      String key = fillText(entry.getKey(), origin);
      if (entries.put(key, fill(entry.getValue(), item)) != null) {
        problems.add(
            Code.TEMPLATE_DUPLICATE,
            "key " + key + " is there twice once its references are filled in",
            origin,
            "take one of the two out, or give the parameters other values");
      }
      if (origin.isPresent()) {
        origins.put(key, origin.get());
      }
    }
    return new Value.Mapping(entries, origins, map.origin().orElse(null));
  }

  private Value.Scalar fillScalar(Value.Scalar scalar, String type) {
    if (scalar.kind() != Value.Kind.STRING || !ReferenceText.mayRefer(scalar.text())) {
      return scalar;
    }
    ReferenceText text = ReferenceText.of(scalar.text());
    Optional<Reference> whole = text.whole();
    Location origin = scalar.origin().orElse(null);
    if (whole.isPresent() && !type.equals("s")) {
      Value.Scalar value = values.of(whole.get(), scalar.origin());
      return new Value.Scalar(value.kind(), value.text(), origin);
    }
    return new Value.Scalar(Value.Kind.STRING, fillText(scalar.text(), scalar.origin()), origin);
  }

  private String fillText(String text, Optional<Location> at) {
    return ReferenceText.mayRefer(text)
        ? ReferenceText.of(text).fill(reference -> values.of(reference, at).text())
        : text;
  }
}
