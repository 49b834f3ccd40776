package dev.sidecarctl.project;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.kubernetes.TypeWords;
import dev.sidecarctl.template.Problems;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes values of the types that are due out of a configuration; what is of another type is a
 * problem. A null counts as left out, as in Kubernetes.
 */
final class Keys {
  private final Source source;
  private final Problems problems;

  Keys(Source source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  Problems problems() {
    return problems;
  }

  /** Complains of every key that is none of those known. */
  void checkKnown(Value.Mapping holder, String path, List<String> known) {
    for (String key : holder.entries().keySet()) {
      if (!known.contains(key)) {
        problems.add(
            Code.CONFIGURATION_UNKNOWN_KEY,
            path + " has no key " + key,
            holder.keyOrigin(key),
            NearestWord.help(key, known));
      }
    }
  }

  Optional<Value> find(Value.Mapping holder, String key) {
    return holder.find(key).filter(value -> !value.isNull());
  }

  /** The mapping under a key; an empty one where it is left out, or something else. */
  Value.Mapping mapping(Value.Mapping holder, String key, String path) {
    Optional<Value> value = find(holder, key);
    if (value.isPresent() && !(value.get() instanceof Value.Mapping)) {
      complain(value.get(), path, "a mapping");
    }
    return holder.mapping(key);
  }

  /** The items of the list under a key; none where it is left out, or something else. */
  List<Value> items(Value.Mapping holder, String key) {
    Optional<Value> value = find(holder, key);
    if (value.isPresent() && !(value.get() instanceof Value.Sequence)) {
      complain(value.get(), key, "a list");
    }
    return holder.sequence(key).items();
  }

  /** The strings of the list under a key. */
  List<Placed<String>> texts(Value.Mapping holder, String key) {
    List<Placed<String>> texts = new ArrayList<>();
    List<Value> items = items(holder, key);
    for (int i = 0; i < items.size(); i++) {
      text(items.get(i), key + "[" + i + "]").ifPresent(texts::add);
    }
    return texts;
  }

  /** A string that is not empty. */
  Optional<Placed<String>> text(Value value, String path) {
    Optional<String> text = value.asText();
    if (text.isEmpty()) {
      complain(value, path, "a string");
    } else if (text.get().isEmpty()) {
      problems.add(
          Code.CONFIGURATION_VALUE, path + " is empty", value, "fill it in, or take it out");
      return Optional.empty();
    }
    return text.map(found -> new Placed<>(found, at(value)));
  }

  void complain(Value found, String path, String due) {
    boolean quotes = due.equals("a string") && found instanceof Value.Scalar && !found.isNull();
    problems.add(
        Code.CONFIGURATION_TYPE,
        path + " is " + TypeWords.of(found) + ", where " + due + " is due",
        found,
        quotes ? "put it in quotes" : "");
  }

  Location at(Value value) {
    return value.origin().orElse(start());
  }

  Location at(Value.Mapping holder, String key) {
    return holder.keyOrigin(key).orElse(start());
  }

  /** The beginning of the file. */
  Location start() {
    return new Location(source, Span.at(0));
  }
}
