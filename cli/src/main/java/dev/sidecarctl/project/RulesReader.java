package dev.sidecarctl.project;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.template.ConflictPolicy;
import dev.sidecarctl.yaml.Value;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code onConflict} and {@code warnings}. */
final class RulesReader {
  private final Keys keys;

  RulesReader(Keys keys) {
    this.keys = keys;
  }

  /** Either one policy for all conflicts, or policies by code. */
  Map<String, Placed<ConflictPolicy>> onConflict(Value.Mapping root) {
    Map<String, Placed<ConflictPolicy>> policies = new LinkedHashMap<>();
    Optional<Value> value = keys.find(root, "onConflict");
    if (value.isPresent() && value.get().asText().isPresent()) {
      policy(value.get(), "onConflict")
          .ifPresent(policy -> policies.put(Configuration.EVERY_CONFLICT, policy));
    } else if (value.isPresent() && !(value.get() instanceof Value.Mapping)) {
      keys.complain(value.get(), "onConflict", "a policy, or a mapping of codes to policies,");
    }
    Value.Mapping byCode = root.mapping("onConflict");
    byCode
        .entries()
        .forEach(
            (word, named) -> {
              if (!word.equals(Configuration.EVERY_CONFLICT)) {
                code(NamedCode.conflict(word), byCode, word);
              }
              policy(named, "onConflict." + word).ifPresent(policy -> policies.put(word, policy));
            });
    return policies;
  }

  private Optional<Placed<ConflictPolicy>> policy(Value value, String path) {
    Optional<Placed<String>> word = keys.text(value, path);
    Optional<ConflictPolicy> policy = word.flatMap(found -> ConflictPolicy.of(found.value()));
    if (word.isPresent() && policy.isEmpty()) {
      unknownWord(word.get(), "policy", ConflictPolicy.WORDS, ConflictPolicy.ALL);
    }
    return policy.map(found -> new Placed<>(found, keys.at(value)));
  }

  Map<Code, Placed<WarningLevel>> warnings(Value.Mapping root) {
    Map<Code, Placed<WarningLevel>> levels = new EnumMap<>(Code.class);
    Value.Mapping byCode = keys.mapping(root, "warnings", "warnings");
    byCode
        .entries()
        .forEach(
            (word, value) -> {
              Optional<Code> code = code(NamedCode.warning(word), byCode, word);
              Optional<Placed<WarningLevel>> level = level(value, "warnings." + word);
              if (code.isPresent() && level.isPresent()) {
                levels.put(code.get(), level.get());
              }
            });
    return levels;
  }

  private Optional<Placed<WarningLevel>> level(Value value, String path) {
    // YAML 1.1 reads off as false, and so does kubectl.
    boolean off = value instanceof Value.Scalar scalar && scalar.text().equals("false");
    if (off) {
      return Optional.of(new Placed<>(WarningLevel.OFF, keys.at(value)));
    }
    Optional<Placed<String>> word = keys.text(value, path);
    Optional<WarningLevel> level = word.flatMap(found -> WarningLevel.of(found.value()));
    if (word.isPresent() && level.isEmpty()) {
      unknownWord(word.get(), "level", WarningLevel.WORDS, List.of("off", "warn", "error"));
    }
    return level.map(found -> new Placed<>(found, keys.at(value)));
  }

  private Optional<Code> code(NamedCode named, Value.Mapping holder, String word) {
    if (named.code().isEmpty()) {
      keys.problems()
          .add(Code.CONFIGURATION_VALUE, named.problem(), holder.keyOrigin(word), named.help());
    }
    return named.code();
  }

  private void unknownWord(Placed<String> word, String noun, String known, List<String> words) {
    keys.problems()
        .add(
            Code.CONFIGURATION_VALUE,
            "\"" + word.value() + "\" is no " + noun,
            Optional.of(word.at()),
            NearestWord.of(word.value(), words)
                .map(near -> "did you mean " + near + "?")
                .orElse("write " + known));
  }
}
