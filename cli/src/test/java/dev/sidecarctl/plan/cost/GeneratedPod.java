package dev.sidecarctl.plan.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/**
 * A pod made up, whose amounts are known as whole numbers: thousandths of a processor, and bytes.
 * What it asks for is found by letting it run: at each moment the containers that run then ask for
 * the sum of what they say, and the pod for the most that there ever is.
 */
record GeneratedPod(List<Container> inits, List<Container> containers, Amounts overhead) {

  /** Amounts of CPU and memory, each of which may be unsaid. */
  record Amounts(OptionalLong cpu, OptionalLong memory) {
    OptionalLong of(boolean ofCpu) {
      return ofCpu ? cpu : memory;
    }
  }

  record Container(String name, boolean stays, Amounts requests, Amounts limits) {
    OptionalLong request(boolean cpu) {
      return requests.of(cpu).isPresent() ? requests.of(cpu) : limits.of(cpu);
    }
  }

  static GeneratedPod of(Random random) {
    List<Container> inits = new ArrayList<>();
    List<Container> containers = new ArrayList<>();
    int style = random.nextInt(4);
    for (int i = random.nextInt(4); i > 0; i--) {
      inits.add(container("init-" + i, random.nextBoolean(), style, random));
    }
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      containers.add(container("app-" + i, false, style, random));
    }
    boolean over = random.nextInt(5) == 0;
    return new GeneratedPod(
        inits, containers, over ? amounts(random, 0) : new Amounts(none(), none()));
  }

  private static Container container(String name, boolean stays, int style, Random random) {
    if (style == 0) {
      return new Container(name, stays, new Amounts(none(), none()), new Amounts(none(), none()));
    }
    Amounts limits = amounts(random, style == 1 ? 0 : 3);
    boolean same = style == 1 && random.nextInt(12) > 0;
    Amounts requests = same ? limits : amounts(random, 3);
    boolean left = same && random.nextBoolean();
    return new Container(name, stays, left ? new Amounts(none(), none()) : requests, limits);
  }

  /** Amounts of which one in so many is unsaid; none for 0. */
  private static Amounts amounts(Random random, int unsaid) {
    boolean noCpu = unsaid > 0 && random.nextInt(unsaid) == 0;
    boolean noMemory = unsaid > 0 && random.nextInt(unsaid) == 0;
    long cpu = random.nextInt(10) == 0 ? 0 : 5L * (1 + random.nextInt(800));
    long memory = (1L + random.nextInt(1 << 20)) << (random.nextBoolean() ? 10 : 4);
    return new Amounts(
        noCpu ? none() : OptionalLong.of(cpu), noMemory ? none() : OptionalLong.of(memory));
  }

  private static OptionalLong none() {
    return OptionalLong.empty();
  }

  long most(boolean cpu, boolean limit) {
    long most = 0;
    long staying = 0;
    for (Container init : inits) {
      long its = (limit ? init.limits().of(cpu) : init.request(cpu)).orElse(0);
      most = Math.max(most, staying + its);
      staying += init.stays() ? its : 0;
    }
    for (Container container : containers) {
      staying += (limit ? container.limits().of(cpu) : container.request(cpu)).orElse(0);
    }
    most = Math.max(most, staying);
    long more = overhead.of(cpu).orElse(0);
    return limit && most == 0 ? 0 : most + more;
  }

  /** As the documentation of Kubernetes words it. */
  String qos() {
    boolean every = true;
    boolean any = false;
    for (Container container : all()) {
      for (boolean cpu : new boolean[] {true, false}) {
        long request = container.request(cpu).orElse(0);
        long limit = container.limits().of(cpu).orElse(0);
        any |= request > 0 || limit > 0;
        every &= limit > 0 && request == limit;
      }
    }
    return every ? "Guaranteed" : any ? "Burstable" : "BestEffort";
  }

  private List<Container> all() {
    List<Container> all = new ArrayList<>(inits);
    all.addAll(containers);
    return all;
  }

  /** Its {@code spec}, each amount in one of the ways in which people write it. */
  String yaml(Random random) {
    StringBuilder yaml = new StringBuilder();
    append(yaml, "initContainers", inits, random);
    append(yaml, "containers", containers, random);
    return yaml.append("overhead: ").append(amounts(overhead, random)).append('\n').toString();
  }

  private static void append(
      StringBuilder yaml, String list, List<Container> containers, Random random) {
    yaml.append(list).append(":\n");
    for (Container container : containers) {
      yaml.append("  - name: ").append(container.name()).append('\n');
      yaml.append(container.stays() ? "    restartPolicy: Always\n" : "");
      yaml.append("    resources:\n      requests: ").append(amounts(container.requests(), random));
      yaml.append("\n      limits: ").append(amounts(container.limits(), random)).append('\n');
    }
  }

  private static String amounts(Amounts amounts, Random random) {
    List<String> said = new ArrayList<>();
    amounts.cpu().ifPresent(milli -> said.add("cpu: " + cpu(milli, random.nextInt(4))));
    amounts.memory().ifPresent(bytes -> said.add("memory: " + memory(bytes, random.nextInt(4))));
    return "{" + String.join(", ", said) + "}";
  }

  private static String cpu(long milli, int way) {
    return switch (way) {
      case 0 -> milli + "m";
      case 1 -> "\"" + milli / 1000 + "." + String.format("%03d", milli % 1000) + "\"";
      case 2 -> milli + "e-3";
      default -> milli % 1000 == 0 ? String.valueOf(milli / 1000) : milli * 1000 + "u";
    };
  }

  private static String memory(long bytes, int way) {
    return switch (way) {
      case 0 -> String.valueOf(bytes);
      case 1 -> bytes % 1024 == 0 ? bytes / 1024 + "Ki" : bytes + "e0";
      case 2 -> bytes + "000m";
      default -> "\"" + bytes / 1024 / 1024 + "." + fraction(bytes % (1 << 20)) + "Mi\"";
    };
  }

  /** So many of 2^20, to the last digit. */
  private static String fraction(long part) {
    StringBuilder digits = new StringBuilder();
    long rest = part;
    do {
      rest *= 10;
      digits.append(rest >> 20);
      rest &= (1 << 20) - 1;
    } while (rest > 0);
    return digits.toString();
  }
}
