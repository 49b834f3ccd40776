package dev.sidecarctl.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.editor.EditorSchema;
import dev.sidecarctl.editor.HoverTexts;
import dev.sidecarctl.editor.Keywords;
import dev.sidecarctl.template.FieldTable.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The schema that is checked in is the one that the tables give. */
class TemplateSchemaTest {

  @Test
  void isWhatIsCheckedIn() throws Exception {
    EditorSchema.check("sidecar-template.schema.json", Keywords.json(TemplateSchema.make()));
  }

  @Test
  void comesWithTheProgram() {
    assertThat(getClass().getResource("/templates/sidecar-template.schema.json")).isNotNull();
    assertThat(getClass().getResource("/templates/sidecarctl-configuration.schema.json"))
        .isNotNull();
  }

  @Test
  void everyKeyOfTheFormatHasATextAndNoOtherHas() {
    Set<String> texts = HoverTexts.of("template-texts.txt").keys();
    List<String> own = new ArrayList<>();
    for (String line : FormatFields.TABLE.split("\n")) {
      String type = line.substring(0, line.indexOf(':'));
      for (Map.Entry<String, Field> field : FieldTable.fields(type).entrySet()) {
        String base = TemplateSchema.bases().getOrDefault(type, "");
        if (base.isEmpty() || !FieldTable.fields(base).containsKey(field.getKey())) {
          own.add(type + "." + field.getKey());
        }
      }
    }
    assertThat(texts).containsAll(own);
    assertThat(texts)
        .filteredOn(text -> !text.startsWith("Written."))
        .allSatisfy(
            text -> {
              String[] key = text.split("\\.");
              assertThat(FieldTable.fields(key[0])).as(text).containsKey(key[1]);
            });
  }
}
