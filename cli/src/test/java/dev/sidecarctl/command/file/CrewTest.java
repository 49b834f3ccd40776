package dev.sidecarctl.command.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CrewTest {

  @Test
  void whatCameOfThemIsInOrderWhoeverWasFirst() {
    List<Integer> things = IntStream.range(0, 1000).boxed().toList();

    List<Attempt<Integer>> results = new Crew(5).each(things, thing -> thing * 2);

    assertThat(results)
        .extracting(Attempt::get)
        .isEqualTo(things.stream().map(t -> t * 2).toList());
  }

  @Test
  @Timeout(20)
  void severalAreAtWorkAtOnce() {
    CountDownLatch all = new CountDownLatch(3);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();

    new Crew(3)
        .each(
            List.of(1, 2, 3),
            thing -> {
              threads.add(Thread.currentThread());
              all.countDown();
              try {
                all.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return thing;
            });

    assertThat(threads).hasSize(3);
  }

  @Test
  void whatIsAloneIsDoneHere() {
    Thread here = Thread.currentThread();

    assertThat(new Crew(8).each(List.of(1), thing -> Thread.currentThread()).get(0).get())
        .isSameAs(here);
  }

  @Test
  void whatIsThrownConcernsOneAlone() {
    List<Attempt<Integer>> results = new Crew(2).each(List.of(2, 1, 0), thing -> 10 / thing);

    assertThat(results.get(1).get()).isEqualTo(10);
    assertThatThrownBy(results.get(2)::get).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new Crew(1).each(List.of(0), thing -> overflow()).get(0).get())
        .isInstanceOf(StackOverflowError.class);
  }

  @SuppressWarnings("InfiniteRecursion") // which is the point
  private static int overflow() {
    return overflow();
  }
}
