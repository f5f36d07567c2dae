import { card } from "../../components/card.js";
import { facts, type Fact } from "../../components/facts.js";
import { count, decimal1, integer, percent0 } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { AnyTable, Context } from "../../lib/page.js";
import type { Desk, Group, Headline, Product } from "./rows.js";
import { groupTitle, hours } from "./words.js";

/** A service point is slow if it takes this many times as long as the next. */
const SLOW = 1.5;

/** What calls for somebody's hand, in a sentence each; nothing where nothing stands out. */
export function actions(context: Context, head: Headline): Element[] {
  const known = [region(context), desk(context), product(context, head)].filter((fact) => fact !== undefined);
  return known.length === 0 ? [] : [card(context, { title: t`What to do about it`, sources: [...new Set(known.flatMap(([, sources]) => sources))], span: 12 }, facts(known.map(([fact]) => fact)))];
}

type Action = [Fact, AnyTable[]] | undefined;

/** A region whose orders come late more often than chance explains. */
function region(context: Context): Action {
  const table = context.read<Group>("service_groups");
  const [worst, next] = table.rows.filter(({ dimension, on_time_rate: rate }) => dimension === "region" && rate !== null).sort((a, b) => a.on_time_rate! - b.on_time_rate!);
  if (!worst || !next || worst.on_time_high! >= next.on_time_low!) return undefined;
  const name = groupTitle(worst.group_name, "region");
  return [{ text: t`Ask for the cause in ${name}: ${percent0(worst.on_time_rate)} of ${count(worst.orders, "order")} on time, everywhere else ${percent0(next.on_time_rate)} or more.`, tone: "bad", href: "#on-time" }, [table]];
}

/** A service point far slower than the others. */
function desk(context: Context): Action {
  const table = context.read<Desk>("service_desks");
  const [slowest, next] = table.rows.filter((row) => row.dimension === "service_point" && row.period === "current" && row.group_name !== "unknown" && row.resolution_mean !== null)
    .sort((a, b) => b.resolution_mean! - a.resolution_mean!);
  if (!slowest || !next || slowest.resolution_mean! < SLOW * next.resolution_mean!) return undefined;
  return [{
    text: t`Send help to ${slowest.group_name}: a ticket takes ${hours(slowest.resolution_mean)} to resolve there, elsewhere ${hours(next.resolution_mean)} at most; ${integer(slowest.open_tickets)} are open.`, tone: "bad", href: "#service-points",
  }, [table]];
}

/** The product that fails most beyond what is usual. */
function product(context: Context, head: Headline): Action {
  const table = context.read<Product>("service_products");
  const [first] = table.rows;
  if (!first || first.failures < 2) return undefined;
  const name = first.name ?? first.product_id;
  return [{
    text: head.has_fills ? t`Look into ${name}: short, returned or complained of ${decimal1(first.failures_per_100_lines)} times in 100 order lines (${integer(first.short_lines)} short, ${count(first.returns, "return")}, ${count(first.complaints, "complaint")}).`
      : t`Look into ${name}: returned or complained of ${decimal1(first.failures_per_100_lines)} times in 100 order lines (${count(first.returns, "return")}, ${count(first.complaints, "complaint")}).`,
    tone: "bad", href: "#products",
  }, [table]];
}
