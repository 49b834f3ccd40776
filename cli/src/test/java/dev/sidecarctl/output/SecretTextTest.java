package dev.sidecarctl.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: Secret\ndata: HERE\n",
        "a: 1\n---\ndata: HERE\nkind: 'Secret' # c\r\n---\nkind: Pod",
        "{\"kind\": \"Secret\", \"data\": \"HERE\"}",
        "{kind: Secret, data: HERE}",
        "items:\n- kind: Secret\n  data: [HERE\n",
      })
  void knowsSecrets(String text) {
    assertThat(new SecretText().holds(here(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: Pod\ndata: HERE\n---\nkind: Secret\n",
        "kind: Secret\n---\ndata: HERE\n",
        "kind: SecretStore\ndata: HERE\n",
        "volumes:\n- secret: HERE\n",
      })
  void knowsWhatIsNone(String text) {
    assertThat(new SecretText().holds(here(text))).isFalse();
  }

  @Test
  void searchesLongTextsOnce() {
    String text = "a: b\n".repeat(200_000) + "HERE";

    assertThat(new SecretText().holds(here(text))).isFalse();
  }

  @Test
  void tellsTheDocumentsOfATextApart() {
    Source text = new Source("x", "kind: Secret\n---\nkind: Pod\n---\nkind: Secret\n");
    SecretText secrets = new SecretText();

    assertThat(secrets.holds(new Location(text, Span.at(3)))).isTrue();
    assertThat(secrets.holds(new Location(text, Span.at(20)))).isFalse();
    assertThat(secrets.holds(new Location(text, Span.at(23)))).isFalse();
    assertThat(secrets.holds(new Location(text, Span.at(40)))).isTrue();
    assertThat(secrets.holds(new Location(text, Span.at(0)))).isTrue();
  }

  private static Location here(String text) {
    return new Location(new Source("x", text), Span.at(text.indexOf("HERE")));
  }
}
