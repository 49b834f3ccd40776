package dev.sidecarctl.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextEditsTest {

  @Test
  void insertionsComeBeforeTheReplacementOfWhatFollows() {
    TextEdits edits = TextEdits.of(List.of(edit(2, 4, "X"), edit(2, 2, "1"), edit(2, 2, "2")));
    assertThat(edits.applyTo("abcdef")).isEqualTo("ab12Xef");
  }

  @Test
  void editsThatTouchMayMeetButNotOverlap() {
    assertThat(TextEdits.of(List.of(edit(2, 4, ""), edit(0, 2, ""))).applyTo("abcdef"))
        .isEqualTo("ef");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TextEdits.of(List.of(edit(1, 3, ""), edit(2, 2, "x"))));
  }

  @Test
  void withoutEditsTheSourceIsTheSame() {
    Source source = new Source("a", "b");
    assertThat(TextEdits.none().applyTo(source)).isSameAs(source);
  }

  @Test
  void placesLeadBackToTheOriginal() {
    TextEdits edits = TextEdits.of(List.of(edit(1, 1, "++"), edit(3, 5, "-")));
    assertThat(edits.applyTo("abcdef")).isEqualTo("a++bc-f");
    assertThat(edits.toOriginal(0)).hasValue(0);
    assertThat(edits.toOriginal(1)).isEmpty();
    assertThat(edits.toOriginal(2)).isEmpty();
    assertThat(edits.toOriginal(3)).hasValue(1);
    assertThat(edits.toOriginal(5)).isEmpty();
    assertThat(edits.toOriginal(6)).hasValue(5);
    assertThat(edits.toOriginal(7)).hasValue(6);
  }

  @Test
  void twoRoundsAreOne() {
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      String original = "abcdefghij";
      TextEdits first = random(random, original.length());
      String middle = first.applyTo(original);
      TextEdits second = random(random, middle.length());
      assertThat(first.then(second).applyTo(original))
          .as("seed %s: %s, then %s", seed, first, second)
          .isEqualTo(second.applyTo(middle));
    }
  }

  private static TextEdits random(Random random, int length) {
    List<TextEdit> edits = new ArrayList<>();
    int at = 0;
    while (at <= length) {
      int start = at + random.nextInt(4);
      int end = start + random.nextInt(3);
      if (end > length) {
        break;
      }
      edits.add(edit(start, end, "xyz".substring(random.nextInt(4))));
      at = end + random.nextInt(2);
    }
    return TextEdits.of(edits);
  }

  private static TextEdit edit(int start, int end, String text) {
    return new TextEdit(new Span(start, end), text);
  }
}
