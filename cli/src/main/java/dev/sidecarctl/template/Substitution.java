package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.template.FieldTable.Field;
import dev.sidecarctl.template.FieldTable.Shape;
import dev.sidecarctl.yaml.JsonText;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts values in for the references of a template's part, leaves out what is under a condition that
 * does not hold, and repeats what is said for each element of a list. A scalar that is one
 * reference takes the value's type, unless Kubernetes wants a string there. Every value keeps the
 * place that it has in the template.
 */
final class Substitution {
  private final ReferenceValues values;
  private final Problems problems;

  Substitution(ReferenceValues values, Problems problems) {
    this.values = values;
    this.problems = problems;
  }

  /** The same, where {@code $(container.…)} means a container, if there is one. */
  Substitution withContainer(Optional<Value.Mapping> container) {
    return new Substitution(values.with(container), problems);
  }

  private Substitution at(Value element) {
    return new Substitution(values.at(element), problems);
  }

  /** An item as it is to be filled in: what it says, and what its references mean. */
  record Repeat(Value.Mapping item, Substitution substitution) {}

  /** An item, none where its condition does not hold, or one for each element of its list. */
  List<Repeat> repeats(Value.Mapping item) {
    if (!item.has(Written.FOR_EACH)) {
      return holds(item) ? List.of(new Repeat(Written.bare(item), this)) : List.of();
    }
    List<Repeat> repeats = new ArrayList<>();
    String list = item.findText(Written.FOR_EACH).orElse("");
    if (holds(item) && values.parameters().value(list) instanceof Value.Sequence elements) {
      for (Value element : elements.items()) {
        repeats.add(new Repeat(Written.bare(item), at(element)));
      }
    }
    return repeats;
  }

  private boolean holds(Value.Mapping item) {
    Value condition = item.entries().get(Condition.WHEN);
    return condition == null
        || condition.isNull()
        || Condition.of(condition).holds(values.parameters());
  }

  /** The items of a list, filled in; as many as there are to be. */
  List<Value.Mapping> items(List<Value.Mapping> items, Field field) {
    List<Value.Mapping> filled = new ArrayList<>(items.size());
    for (Value.Mapping item : items) {
      for (Repeat repeat : repeats(item)) {
        filled.add(repeat.substitution().fillStruct(repeat.item(), field.type()));
      }
    }
    return filled;
  }

  /** A mapping of a type with its references filled in; an empty one if it is left out. */
  Value.Mapping fillStruct(Value.Mapping mapping, Field field) {
    return holds(mapping) ? fillStruct(Written.bare(mapping), field.type()) : Value.Mapping.empty();
  }

  /** The strings of a list, if there is one, with their references filled in. */
  List<String> texts(Optional<Value> list) {
    List<String> texts = new ArrayList<>();
    if (list.isPresent() && fill(list.get(), FieldTable.TEXTS) instanceof Value.Sequence filled) {
      for (Value item : filled.items()) {
        item.asText().ifPresent(texts::add);
      }
    }
    return texts;
  }

  /** Null where the value is left out. */
  private @Nullable Value fill(Value value, Field field) {
    if (field.shape() == Shape.ONE && field.type().equals("*")) {
      return new FreeSubstitution(this).fill(value);
    }
    if (value instanceof Value.Sequence list) {
      return fillList(list, field.item());
    }
    if (!(value instanceof Value.Mapping mapping)) {
      return fillScalar((Value.Scalar) value, field.type(), field.shape() == Shape.LIST);
    }
    if (field.shape() == Shape.MAP) {
      return fillMap(mapping, field.item());
    }
    if (!holds(mapping)) {
      return null;
    }
    return field.isStruct()
        ? fillStruct(Written.bare(mapping), field.type())
        : fillWritten(mapping, field);
  }

  private Value.Sequence fillList(Value.Sequence list, Field field) {
    List<Value> items = new ArrayList<>(list.items().size());
    boolean same = true;
    for (Value item : list.items()) {
      if (item instanceof Value.Mapping mapping && Written.isRuled(mapping)) {
        same = false;
        for (Repeat repeat : repeats(mapping)) {
          add(repeat.substitution().fill(repeat.item(), field), items);
        }
      } else {
        Value filled = fill(item, field);
        same &= filled == item;
        add(filled, items);
      }
    }
    return same ? list : list.withItems(items);
  }

  private static void add(@Nullable Value value, List<Value> items) {
    if (value != null) {
      items.add(value);
    }
  }

  private Value.Mapping fillStruct(Value.Mapping mapping, String type) {
    Map<String, Field> fields = FieldTable.fields(type);
    Value.Mapping filled = mapping;
    for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
      Field field = fields.get(entry.getKey());
      Value value = field == null ? entry.getValue() : fill(entry.getValue(), field);
      if (value == null || (value != entry.getValue() && isEmptyList(value))) {
        filled = filled.without(entry.getKey());
      } else if (value != entry.getValue()) {
        filled = filled.with(entry.getKey(), value);
      }
    }
    return filled;
  }

  /** A list of which nothing is left is as good as none. */
  private static boolean isEmptyList(Value value) {
    return value instanceof Value.Sequence list && list.items().isEmpty();
  }

  private Value.Mapping fillMap(Value.Mapping map, Field item) {
    return fillEntries(map, value -> fill(value, item));
  }

  /** Fills in one value of a mapping; null leaves it out. */
  interface Filling {
    @Nullable Value fill(Value value);
  }

  /** In a mapping by strings the keys are data too. */
  Value.Mapping fillEntries(Value.Mapping map, Filling filling) {
    Map<String, Value> entries = new LinkedHashMap<>();
    Map<String, Location> origins = new LinkedHashMap<>();
    for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
      Value filled = filling.fill(entry.getValue());
      if (filled != null) {
        Optional<Location> origin = map.keyOrigin(entry.getKey());
        String key = fillText(entry.getKey(), origin);
        if (entries.put(key, filled) != null) {
          complainOfDouble(key, origin);
        }
        origin.ifPresent(at -> origins.put(key, at));
      }
    }
    return new Value.Mapping(entries, origins, map.origin().orElse(null));
  }

  private void complainOfDouble(String key, Optional<Location> origin) {
    problems.add(
        Code.TEMPLATE_DUPLICATE,
        "key " + key + " is there twice once its references are filled in",
        origin,
        "take one of the two out, or give the parameters other values");
  }

  /** What stands in place of a scalar: {@code value}, or a structure as text. */
  private @Nullable Value fillWritten(Value.Mapping written, Field field) {
    Value value = written.entries().get(Written.VALUE);
    if (value != null) {
      return fill(value, field);
    }
    boolean yaml = written.has(Written.YAML);
    Value structure = written.entries().get(yaml ? Written.YAML : Written.JSON);
    Value filled = structure == null ? null : new FreeSubstitution(this).fill(structure);
    if (filled == null) {
      return null;
    }
    String text = yaml ? YamlText.of(filled) : JsonText.inOrder(filled);
    return new Value.Scalar(Value.Kind.STRING, text, written.origin().orElse(null));
  }

  /** A scalar with its references filled in. */
  Value fillScalar(Value.Scalar scalar, String type, boolean listDue) {
    if (scalar.kind() != Value.Kind.STRING || !ReferenceText.mayRefer(scalar.text())) {
      return scalar;
    }
    ReferenceText text = ReferenceText.of(scalar.text());
    Optional<Reference> whole = text.whole();
    Location origin = scalar.origin().orElse(null);
    if (whole.isPresent() && (listDue || !type.equals("s"))) {
      return moved(values.of(whole.get(), scalar.origin()), type, origin);
    }
    return new Value.Scalar(Value.Kind.STRING, fillText(scalar.text(), scalar.origin()), origin);
  }

  /** A parameter's value at the place where the template wants it. */
  private static Value moved(Value value, String type, @Nullable Location origin) {
    if (value instanceof Value.Sequence list) {
      List<Value> elements = new ArrayList<>(list.items().size());
      for (Value element : list.items()) {
        elements.add(moved(element, type, origin));
      }
      return new Value.Sequence(elements, origin);
    }
    Value.Scalar scalar = (Value.Scalar) value;
    Value.Kind kind = type.equals("s") ? Value.Kind.STRING : scalar.kind();
    return new Value.Scalar(kind, scalar.text(), origin);
  }

  private String fillText(String text, Optional<Location> at) {
    return ReferenceText.mayRefer(text)
        ? ReferenceText.of(text).fill(reference -> textOf(reference, at))
        : text;
  }

  /** Lists are kept out of texts when a template is read. */
  private String textOf(Reference reference, Optional<Location> at) {
    return ((Value.Scalar) values.of(reference, at)).text();
  }
}
