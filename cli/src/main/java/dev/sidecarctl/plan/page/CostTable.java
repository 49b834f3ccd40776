package dev.sidecarctl.plan.page;

import dev.sidecarctl.plan.cost.Amounts;
import dev.sidecarctl.plan.cost.Demand;
import dev.sidecarctl.plan.cost.Totals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Function;

/** Draws what pods ask for without sidecars and with them: amounts, and a bar for each request. */
final class CostTable {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private CostTable() {}

  static void add(Markup markup, String what, Totals.Change change) {
    markup.element(
        "table",
        "",
        table -> {
          table.element("caption", "", what);
          table.raw("<tr><th></th><th>without</th><th>with</th><th>more</th><th></th></tr>");
          add(table, "cpu", change.cpuBare(), change.cpuFull(), Amounts::cpu);
          add(table, "memory", change.memoryBare(), change.memoryFull(), Amounts::memory);
        });
  }

  private static void add(
      Markup table, String name, Demand bare, Demand full, Function<BigDecimal, String> words) {
    BigDecimal more = full.request().subtract(bare.request());
    table.element(
        "tr",
        "",
        row -> {
          row.element("th", "", name);
          row.element("td", "", words.apply(bare.request()));
          row.element("td", "", words.apply(full.request()));
          row.element("td", "more", Amounts.signed(more, words.apply(more)));
          row.element("td", "", cell -> bar(cell, bare.request(), full.request()));
        });
    table.element(
        "tr",
        "limit",
        row -> {
          row.element("th", "", "limit");
          row.element("td", "", limit(bare, words));
          row.element("td", "", limit(full, words));
          row.raw("<td></td><td></td>");
        });
  }

  private static void bar(Markup cell, BigDecimal bare, BigDecimal full) {
    BigDecimal most = bare.max(full);
    if (most.signum() > 0) {
      int first = percent(bare.min(full), most);
      cell.bar(first, 100 - first);
    }
  }

  private static int percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED).divide(whole, 0, RoundingMode.HALF_UP).intValue();
  }

  private static String limit(Demand demand, Function<BigDecimal, String> words) {
    if (demand.limit().signum() == 0) {
      return "none";
    }
    return words.apply(demand.limit()) + (demand.limited() ? "" : " of some");
  }
}
