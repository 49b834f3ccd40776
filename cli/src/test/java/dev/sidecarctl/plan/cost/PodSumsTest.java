package dev.sidecarctl.plan.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlStream;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodSumsTest {
  private static final int PODS = 200;

  /** Seeds in a row begin alike. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** Two computations, on fabric8's quantities and on whole numbers, come to the same. */
  @Test
  void agreesWithASecondComputation() {
    Set<QosClass> seen = EnumSet.noneOf(QosClass.class);
    for (int seed = 0; seed < PODS; seed++) {
      Random random = new Random(seed * SPREAD);
      GeneratedPod pod = GeneratedPod.of(random);
      String yaml = pod.yaml(random);
      PodCost cost = PodSums.of(spec(yaml));
      seen.add(cost.qos());

      String[] found = {
        plain(cost.cpu().request().movePointRight(3)),
        plain(cost.cpu().limit().movePointRight(3)),
        plain(cost.memory().request()),
        plain(cost.memory().limit()),
        cost.qos().word()
      };
      assertThat(found)
          .as("seed %d:\n%s", seed, yaml)
          .containsExactly(
              String.valueOf(pod.most(true, false)),
              String.valueOf(pod.most(true, true)),
              String.valueOf(pod.most(false, false)),
              String.valueOf(pod.most(false, true)),
              pod.qos());
    }
    assertThat(seen).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Of the pod as a whole: in place of the containers', but where it says nothing.
        "{containers: [{name: a, resources: {requests: {cpu: 100m}}}],"
            + " resources: {requests: {cpu: 1}, limits: {memory: 1Gi}}} | 1 | 0 | 1Gi | 1Gi"
            + " | Burstable",
        "{containers: [{name: a, resources: {requests: {memory: 64Mi}}}],"
            + " resources: {limits: {cpu: 2, memory: 1Gi}}} | 2 | 2 | 64Mi | 1Gi | Burstable",
        "{containers: [{name: a}],"
            + " resources: {limits: {cpu: 2, memory: 1Gi}}} | 2 | 2 | 1Gi | 1Gi | Guaranteed",
        // What is no amount is told by the checks, and does not count.
        "{containers: [{name: a, resources: {requests: {cpu: much, memory: [1]}}}]}"
            + " | 0 | 0 | 0 | 0 | BestEffort",
        "{containers: [{name: a, resources: {requests: {cpu: 1e-1, memory: '.5Gi'}}}]}"
            + " | 100m | 0 | 512Mi | 0 | Burstable",
        "{} | 0 | 0 | 0 | 0 | BestEffort"
      })
  void countsAsASchedulerDoes(
      String spec, String cpu, String cpuLimit, String memory, String memoryLimit, String qos) {
    PodCost cost = PodSums.of(spec(spec));

    assertThat(Amounts.cpu(cost.cpu().request())).isEqualTo(cpu);
    assertThat(Amounts.cpu(cost.cpu().limit())).isEqualTo(cpuLimit);
    assertThat(Amounts.memory(cost.memory().request())).isEqualTo(memory);
    assertThat(Amounts.memory(cost.memory().limit())).isEqualTo(memoryLimit);
    assertThat(cost.qos().word()).isEqualTo(qos);
  }

  private static Value.Mapping spec(String yaml) {
    return (Value.Mapping) YamlStream.of(new Source("pod.yaml", yaml)).documents().get(0).value();
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}
