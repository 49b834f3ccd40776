package dev.sidecarctl.check.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The checked-in table of schemas is what the generator makes of the published models. Needs their
 * jars, which the Maven profile {@code schemas} fetches; {@code docs/schemas.md} has the commands.
 */
@Tag("schemas")
class TableIsGeneratedTest {
  private static final Path ROOT = Path.of(System.getProperty("sidecarctl.root"), "cli");
  private static final Path TABLE =
      ROOT.resolve("src/main/resources/dev/sidecarctl/check/schemas.txt");
  private static final Path JARS = ROOT.resolve("target/kubernetes-models");

  /** A version of Kubernetes, the published jar of its models, and that jar's SHA-256. */
  private record Published(String version, String jar, String sha256) {}

  private static final List<Published> PUBLISHED =
      List.of(
          new Published(
              "1.27", "19.0.3", "ac14e23cbd315af2916083bf04b6357bbbf42e40c4e8ef7b57dbc9d578681120"),
          new Published(
              "1.28",
              "20.0.1-legacy",
              "b26dfb15a6f567342cf07abb732efa05a75b215ac89afdee85b9ed5e47e20dcd"),
          new Published(
              "1.30",
              "21.0.2-legacy",
              "876b77d88db81c7ae0824a557ec89e67b095f2a912c0f650f06a086ad617ecfe"),
          new Published(
              "1.31",
              "22.0.1-legacy",
              "e9279563ec2d04543774117c397242164f29df003080361177b7b666fa86fc8f"),
          new Published(
              "1.32",
              "23.0.0-legacy",
              "aec35ce03e978a790e42a5aa6a923399ff1a0b81857b28b73933d0032abe5b49"),
          new Published(
              "1.33",
              "24.0.0-legacy",
              "8c978b3f1c03bf6c24df28e10eab6be84081e95c39a78d2b5e91b613c15c4d3b"),
          new Published(
              "1.34",
              "25.0.0-legacy",
              "217f112045e4cbe9a5322b64b882a984d4998ef3704368443a38742498cdef03"),
          new Published(
              "1.35", "26.0.0", "8baf8faafe59db1db156fe0be5aba33977d9ed1f88ab9aa63fc57ebad6b7d1bd"),
          new Published(
              "1.36",
              "27.0.0",
              "1cc6b6c28784536c528e91022924bbd04fe161b589cb5c8a8175d17e7e3352a1"));

  @Test
  void tableIsWhatTheGeneratorMakes() throws IOException, NoSuchAlgorithmException {
    Map<String, ModelJar> models = new LinkedHashMap<>();
    for (Published published : PUBLISHED) {
      Path jar = JARS.resolve("client-java-api-" + published.jar() + ".jar");
      assertThat(sha256(jar)).as(jar.toString()).isEqualTo(published.sha256());
      models.put(published.version(), ModelJar.read(jar));
    }
    String generated = TableText.of(models);
    if (Boolean.getBoolean("update")) {
      Files.writeString(TABLE, generated);
      fail("updated %s: look at the difference", TABLE);
    }
    assertThat(Files.readString(TABLE)).isEqualTo(generated);
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }
}
