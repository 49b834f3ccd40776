package dev.sidecarctl.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldTableTest {

  @Test
  void everyTypeThatAFieldHoldsIsInTheTable() {
    Set<String> seen = new HashSet<>();
    Deque<String> due = new ArrayDeque<>(List.of(FieldTable.DOCUMENT.type()));
    while (!due.isEmpty()) {
      String type = due.pop();
      if (type.length() > 1 && seen.add(type)) {
        FieldTable.fields(type).values().forEach(field -> due.push(field.type()));
      }
    }
    assertThat(seen).contains("ObjectMeta");
  }
}
