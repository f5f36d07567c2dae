import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { decimal1, integer, moneyFormats, percent, percent0 } from "../../src/lib/format.js";
import { pages } from "../../src/pages/index.js";
import { root } from "../sampleRun.js";
import { accessibilityFaults, COLOURS, tabTo, thinOut } from "./browser.js";
import { sampleSite } from "./sampleSite.js";

/* The sample company's site, seen as a user sees it: in a real browser, every page, held against the warehouse. */

const site = sampleSite();

const DESK = 1360;
const PHONE = 390;

describe.each(pages.map(({ path, title }) => [title, path] as const))("the page %s", (title, path) => {
  test("opens without a fault on a desk, says of its numbers which day they are of, and leads to how each is computed; in the dark too", async () => {
    const { page, faults } = await site.open(path, { viewport: { width: DESK, height: 900 } });
    expect(await page.title()).toContain(title);
    expect(await page.title()).toContain("Harbour & Pine Trading");
    expect(await page.evaluate(() => document.documentElement.scrollWidth), "no sideways scrolling").toBeLessThanOrEqual(DESK);
    expect(await page.locator("main").innerText()).not.toMatch(/\b(NaN|undefined|null|Infinity)\b|\[object/);
    expect(await page.locator(".site-date").innerText()).toBe("As of 30 June 2025");
    for (const card of await page.locator("section.card:not(.empty-state, .definitions, .customer-missing, .contents)").all()) {
      expect(await card.locator(".provenance a.how").first().getAttribute("href")).toMatch(/^\.\/definitions\.html#\w+$/);
    }
    expect(await accessibilityFaults(page)).toEqual([]);
    // What the scheme changes is colours.
    await page.emulateMedia({ colorScheme: "dark" });
    await thinOut(page);
    expect(await accessibilityFaults(page, { only: ["color-contrast"] }), "in the dark").toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("opens without a fault on a phone", async () => {
    const { page, faults } = await site.open(path, { viewport: { width: PHONE, height: 844 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), "no sideways scrolling").toBeLessThanOrEqual(PHONE);
    expect(await page.locator("main").innerText()).not.toMatch(/\b(NaN|undefined|null|Infinity)\b|\[object/);
    await thinOut(page);
    expect(await accessibilityFaults(page, { without: COLOURS })).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("opens without a fault in Chinese at 200 %, and reflows at 400 %", async () => {
    const { page, faults } = await site.open(`zh/${path}`, { viewport: { width: 680, height: 450 }, deviceScaleFactor: 2 });
    expect(faults).toEqual([]);
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    expect(await page.locator("h1").innerText()).toMatch(/\p{Script=Han}/u);
    for (const width of [680, 320]) {
      await page.setViewportSize({ width, height: 450 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `no sideways scrolling at ${width} px`).toBeLessThanOrEqual(width);
    }
    await page.setViewportSize({ width: 680, height: 450 });
    await thinOut(page);
    expect(await accessibilityFaults(page, { without: COLOURS })).toEqual([]);
    await page.context().close();
  });

  test("is whole with scripts off", async () => {
    const { page, faults } = await site.open(path, { javaScriptEnabled: false });
    expect(faults).toEqual([]);
    expect(await page.locator("h1").innerText()).toBe(title);
    expect((await page.locator("main").innerText()).length).toBeGreaterThan(path === "customer" || path === "what-if" ? 50 : 500);
    expect(await page.locator(".filter-bar, .search-open, .table-tools").evaluateAll((tools) => tools.some((tool) => tool.checkVisibility()))).toBe(false);
    await page.context().close();
  });
});

const { money } = moneyFormats("EUR");
type Shown = ((value: number) => string) | StringConstructor;

/** What a tile says by its label, and the query that must give the same. */
const tiles: [page: string, label: RegExp, sql: string, shown: Shown][] = [
  ["index", /^Revenue, 365 days$/, "select sum(revenue)::double as value from marts.orders where period = 'current'", money],
  ["index", /^Buying customers$/, "select count(distinct customer_id)::integer as value from marts.orders where period = 'current' and order_count > 0", integer],
  ["index", /^Margin rate$/, "select sum(margin)::double / sum(revenue)::double as value from marts.orders where period = 'current'", percent],
  ["value", /^Revenue of \d+ key customers$/, `select sum(customers.current_revenue)::double / (select sum(revenue)::double from marts.orders where period = 'current') as value
    from marts.customers as customers join marts.customer_tiers as tiers using (customer_id) where tiers.tier = 'key'`, percent],
  ["value", /^Key customers still key$/, `select count(*) filter (tier = 'key') || ' of ' || count(*) as value from marts.customer_tiers where prior_tier = 'key'`, String],
  ["value", /^Profit after cost to serve$/, "select sum(profit)::double as value from marts.customer_profits", money],
  ["composition", /^Customers who bought$/, "select count(*)::integer as value from marts.customers where current_orders > 0", integer],
  ["solvency", /^Overdue share of what is owed$/, `select (sum(open_amount) filter (days_overdue > 0))::double / sum(open_amount)::double as value
    from marts.receivables where state = 'owed'`, percent],
  // The sample stands against a run of a month before.
  ["changes", /^Stand worse than before$/, `select count(*)::integer as value from marts.customer_standings as now join run.last_customer_standings as before using (customer_id)
    where now.tier_position > before.tier_position or now.profit_class_position > before.profit_class_position or now.state_position > before.state_position
      or now.grade_position > before.grade_position`, integer],
  ["rfm", /^Customers scored$/, "select count(*)::integer as value from marts.customers where orders > 0", integer],
  ["states", /^Active customers$/, "select count(*)::integer as value from marts.customers where recency_days <= (select days from marts.lost_after)", integer],
  ["states", /^Revenue lost with customers$/, `select sum(orders.revenue)::double as value from marts.orders as orders join marts.customers as customers using (customer_id) cross join marts.lost_after as horizon
    where customers.last_order_date + horizon.days + 1 > date '2024-06-30' and customers.recency_days > horizon.days and orders.order_date > customers.last_order_date - 365`, money],
  ["retention", /^Customers today$/, "select count(*)::integer as value from marts.customers where recency_days <= (select days from marts.lost_after)", integer],
  ["retention", /^Expected to leave in 180 days$/, "select sum(probability order by customer_id)::double as value from marts.customer_churn", integer],
  ["retention", /^Revenue that they brought$/, "select sum(churn.probability * greatest(0, coalesce(customers.current_revenue, 0))::double order by customer_id)::double as value from marts.customer_churn as churn join marts.customers as customers using (customer_id)", money],
  ["retention", /^With a high chance to leave$/, "select count(*)::integer as value from marts.customer_churn where probability >= 0.66", integer],
  // Who last ordered 365 days before a day of the 90 left on it, and counts as it stood the day before.
  ["relationship", /^Contacted in time$/, `with accounts as (select customer_id, level, date '2025-06-30' as last_day from marts.relationship_customers
      union all select customer_id, lapsed_level, last_order_date + 364 from marts.relationship_customers join marts.customers using (customer_id) where last_order_date between date '2024-04-03' and date '2024-06-30' and lapsed_level is not null),
    due as (select last_day, 30.4375 / levels.contacts_per_month as interval_days,
      coalesce((select max(interaction_date) from marts.account_contacts as contacts where contacts.customer_id = accounts.customer_id and interaction_date <= last_day),
        greatest(customers.first_deal_date, (select min(interaction_date) from marts.account_contacts))) as since
    from accounts join marts.customers as customers using (customer_id) join staging.stg_customers as files using (customer_id)
      join run.relationship_levels as levels using (level)
    where customers.kind in ('business', 'distributor') and files.marking is distinct from 'do_not_contact' and levels.contacts_per_month > 0)
    select (count(*) filter (last_day - since <= interval_days + 7))::double / count(*)::double as value from due`, percent0],
  ["relationship", /^Neglected customers$/, "select count(*)::integer as value from marts.relationship_customers where standing = 'neglected'", integer],
  ["relationship", /^Revenue of customers overdue/, `select sum(customers.current_revenue)::double as value from marts.customers as customers join marts.relationship_customers using (customer_id)
    where timing in ('overdue', 'never contacted')`, money],
  // By money, authority and need, as far as they are known: what is expected of an open lead, by the share won of the closed ones alike, and
  // where it has waited for more than 180 days by that of those closed after as long, if that is less.
  ["prospects", /^Weighted pipeline$/, `with judged as (select *, case when has_money is null or has_authority is null or has_need is null then 'unknown' else concat(has_money, has_authority, has_need) end as class from staging.stg_leads),
    chances as (select class, (count(*) filter (status = 'won'))::double / count(*) filter (status <> 'open') as chance from judged group by class),
    stale as (select (count(*) filter (status = 'won'))::double / count(*) as chance from staging.stg_leads where closed_date - created_date > 180)
    select sum(expected_amount::double * if(date '2025-06-30' - created_date > 180, least(chances.chance, stale.chance), chances.chance)) as value
    from judged join chances using (class), stale where status = 'open'`, money],
  ["prospects", /^Prospects won of those closed$/, "select (count(*) filter (status = 'won'))::double / count(*) as value from staging.stg_leads where status <> 'open' and closed_date > date '2025-06-30' - 365", percent0],
  ["prospects", /^Stale prospects$/, "select count(*)::integer as value from staging.stg_leads where status = 'open' and date '2025-06-30' - created_date > 180", integer],
  ["prospects", /^Days to win a prospect$/, "select quantile_cont((closed_date - created_date)::double, 0.5) as value from staging.stg_leads where status = 'won'", integer],
  // Every campaign of the sample has its whole cost booked.
  ["campaigns", /^Cost of a customer won$/, `select (select sum(amount)::double from staging.stg_costs where kind = 'acquisition' and cost_date > date '2025-06-30' - 365) / count(*) as value
    from marts.customers where orders > 0 and first_deal_date > date '2025-06-30' - 365`, money],
  ["campaigns", /^Worth of a customer won$/, `select (sum(customers.margin) + sum(predicted_value))::double / count(*) as value from marts.customer_lifetime_values join marts.customers using (customer_id)
    where orders > 0 and first_deal_date > date '2025-06-30' - 365`, money],
  ["campaigns", /^Customers won$/, "select count(*)::integer as value from marts.customers where orders > 0 and first_deal_date > date '2025-06-30' - 365", integer],
  ["campaigns", /^Campaigns that have paid back$/, `with won as (select campaign_id, customer_id from (select customer_id, campaign_id, order_date, min(order_date) over (partition by customer_id) as first_date from marts.orders where order_count > 0)
      join marts.customers using (customer_id) where order_date = first_date and campaign_id is not null and first_deal_date = first_order_date)
    select count(*)::integer as value from staging.stg_campaigns as campaigns where campaign_id not in (select campaign_id from staging.stg_costs where kind = 'retention' and campaign_id is not null)
      and cost <= (select sum(margin) from marts.orders where customer_id in (select customer_id from won where won.campaign_id = campaigns.campaign_id))`, integer],
  ["sales", /^Revenue held by one account manager$/, `select max(held) / (select sum(revenue)::double from marts.orders where period = 'current') as value
    from (select sum(current_revenue)::double as held from marts.customers where owner is not null group by owner)`, percent0],
  ["sales", /^Customers won$/, "select count(*)::integer as value from marts.customers where current_orders > 0 and first_deal_date > date '2025-06-30' - 365", integer],
  ["sales", /^Pipeline$/, "select sum(expected_amount)::double as value from staging.stg_leads where status = 'open'", money],
  ["satisfaction", /^Net promoter score$/, `select 100.0 * (count(*) filter (recommend_score >= 9) - count(*) filter (recommend_score <= 6)) / count(*) as value
    from (select recommend_score from staging.stg_surveys as forms left join marts.customers as customers using (customer_id)
      where answered_date > date '2025-06-30' - 365 and recommend_score is not null and (forms.customer_id is null or customers.customer_id is not null)
      qualify row_number() over (partition by coalesce(forms.customer_id, 'form ' || survey_id) order by answered_date desc, survey_id desc) = 1)`, integer],
  ["satisfaction", /^Satisfied customers$/, `select (count(*) filter (satisfaction_score >= 4))::double / count(*) as value
    from (select satisfaction_score from staging.stg_surveys as forms left join marts.customers as customers using (customer_id)
      where answered_date > date '2025-06-30' - 365 and satisfaction_score is not null and (forms.customer_id is null or customers.customer_id is not null)
      qualify row_number() over (partition by coalesce(forms.customer_id, 'form ' || survey_id) order by answered_date desc, survey_id desc) = 1)`, percent],
  ["satisfaction", /^Forms answered$/, `select count(answered_date)::double / count(*) as value from staging.stg_surveys as forms left join marts.customers as customers using (customer_id)
    where sent_date > date '2025-06-30' - 365 and (forms.customer_id is null or customers.customer_id is not null)`, percent],
  // A complaint that is open, or a bad answer with none better since and no complaint resolved since that was open then, or came within 30 days about the same order.
  ["satisfaction", /^Dissatisfied: key and major$/, `with watched as (select customer_id from marts.customer_tiers where tier in ('key', 'major') or prior_tier in ('key', 'major')),
    answers as (select * from staging.stg_surveys where answered_date is not null and coalesce(recommend_score, satisfaction_score) is not null)
    select (select count(*) from watched where customer_id in (select customer_id from staging.stg_tickets where kind = 'complaint' and resolved_at is null)
      or customer_id in (select customer_id from answers where (recommend_score <= 6 or satisfaction_score <= 2)
        and not exists (select 1 from answers as better where better.customer_id = answers.customer_id and (better.answered_date, better.survey_id) > (answers.answered_date, answers.survey_id)
          and coalesce(better.recommend_score, 10) > 6 and coalesce(better.satisfaction_score, 5) > 2)
        and not exists (select 1 from staging.stg_tickets as tickets where tickets.customer_id = answers.customer_id and kind = 'complaint' and resolved_at::date > answered_date
          and (opened_at::date <= answered_date or (tickets.order_id = answers.order_id and opened_at::date <= answered_date + 30)))))
      || ' of ' || (select count(*) from watched) as value`, String],
  ["service", /^On time, by date$/, `select count(*) filter (due_state = 'on time')::double / count(*) filter (due_state in ('on time', 'late', 'overdue')) as value
    from marts.order_service where period = 'current'`, percent],
  ["service", /^Perfect orders$/, `select count(*) filter (not (is_late or is_short or is_returned or is_damaged or is_complained))::double / count(*) as value
    from marts.order_service where period = 'current' and is_settled and is_late is not null and is_short is not null`, percent],
  ["service", /^Complaints per 100 orders$/, `select 100 * (select count(*) from marts.service_tickets where kind = 'complaint' and period = 'current')::double / sum(order_count)::double as value
    from marts.orders where period = 'current'`, decimal1],
  ["service", /^Time to resolution$/, `select avg(epoch(resolved_at - opened_at) / 3600) as value from staging.stg_tickets as tickets join marts.customers using (customer_id) cross join run.settings
    where opened_at::date > as_of_date - analysis_window_days`, (value: number) => `${decimal1(value)} hours`],
  ["targets", /^Goals reached or on track$/, `select count(*) filter (status in ('reached', 'on track')) || ' of ' || count(*) filter (status <> 'not measured') as value
    from (select * from marts.target_progress where period_start <= date '2025-06-30' qualify row_number() over (partition by goal order by period_end desc) = 1)`, String],
  ["targets", /^Goals missed, behind or at risk$/, `select count(*)::integer as value
    from (select * from marts.target_progress where period_start <= date '2025-06-30' qualify row_number() over (partition by goal order by period_end desc) = 1) where status in ('missed', 'behind', 'at risk')`, integer],
  ["targets", /^Overdue actions$/, "select count(*)::integer as value from raw.actions where status = 'open' and due_date < date '2025-06-30'", integer],
  ["targets", /^Done, result not known$/, "select count(*)::integer as value from raw.actions where status = 'done' and result is null", integer],
  ["quality", /^Rows read$/, "select sum(rows_read)::integer as value from run.input_files", integer],
];

test.each(tiles)("on %s, the tile %s equals the warehouse", async (path, label, sql, shown) => {
  const { page } = await site.open(path);
  const tile = page.locator("section.kpi").filter({ has: page.locator("h2", { hasText: label }) });
  const { value } = await site.db.row<{ value: never }>(sql);
  expect(await tile.locator(".kpi-value").innerText()).toBe(shown(value));
  await page.context().close();
});

test("nothing leaves of so few consumers of an age, income or town that it would tell of one of them", async () => {
  const tables = await site.db.rows<{ name: string }>(`select table_name as name from duckdb_columns() where schema_name = 'exports' and column_name in ('dimension', 'customers')
    group by table_name having count(*) = 2`);
  expect(tables.map(({ name }) => name)).toContain("composition_groups");
  expect(await site.db.row("select count(*) > 0 as known from marts.revenue_by_group_and_driver inner join marts.dimensions using (dimension) where is_personal and customers between 1 and 4")).toEqual({ known: true });
  for (const { name } of tables) {
    const { few } = await site.db.row<{ few: bigint }>(`select count(*) as few from exports.${name} inner join marts.dimensions using (dimension) where is_personal and customers between 1 and 4`);
    expect(few, name).toBe(0n);
  }
});

test("the tiers on the page add up to the customers who bought, as the warehouse has them", async () => {
  const { page } = await site.open("value");
  const rows = page.locator("section.card", { hasText: "The tiers in figures" }).locator("tbody tr");
  const customers = (await rows.locator("td:nth-child(2)").allInnerTexts()).map((text) => Number(text.replaceAll(",", "")));
  const { value } = await site.db.row<{ value: number }>("select count(*)::integer as value from marts.customers where current_orders > 0");
  expect(customers.reduce((sum, count) => sum + count, 0)).toBe(value);
  await page.context().close();
});

test("from a number to its formula: a dialog shows meaning, SQL, inputs, checks and whom to ask; the page of definitions says the same", async () => {
  const { page, faults } = await site.open("composition");
  const how = page.locator("section.card", { has: page.locator(".chart") }).first().locator("a.how");
  const [, name] = /#(\w+)$/.exec((await how.getAttribute("href"))!)!;
  await tabTo(page, how);
  await page.keyboard.press("Enter");
  const dialog = page.locator("dialog.panel");
  await dialog.locator("details").first().waitFor();
  const mart = dialog.locator("details.disclosure").first();
  expect(await mart.locator("table").innerText()).toMatch(/Meaning/i);
  await mart.locator("details.sql summary").click();
  const path = (await mart.locator(".definition-file code").innerText()).trim();
  const shown = await mart.locator("pre").innerText();
  expect(readFileSync(join(root, path), "utf8")).toContain(shown.trimEnd());
  expect(await mart.locator(".definition-inputs").innerText()).toMatch(/orders/);
  expect(await mart.locator(".definition-checks").innerText()).toMatch(/kept/);
  expect(await mart.locator(".definition-contact").innerText()).toMatch(/Whom to ask/);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  expect(await dialog.count()).toBe(0);
  expect(await how.evaluate((link) => link === document.activeElement)).toBe(true);
  expect(faults).toEqual([]);
  await how.evaluate((link: HTMLAnchorElement) => location.assign(link.href));
  await page.waitForURL(new RegExp(`definitions\\.html#${name!}$`));
  expect(await page.locator(`[id="${name!}"]`).isVisible()).toBe(true);
  await page.context().close();
});

test.each([["", "Column"], ["zh/", "字段"]])("a link to a column opens its table, whose columns are those of the warehouse; the index names each of them: %sdefinitions", async (folder, heading) => {
  const { page, faults } = await site.open("index");
  await page.goto(page.url().replace("index.html", `${folder}definitions.html#orders.revenue`));
  const column = page.locator("[id='orders.revenue']");
  await column.waitFor();
  expect(await column.evaluate((code) => ({ top: code.getBoundingClientRect().top, height: innerHeight }))).toSatisfy(({ top, height }: { top: number; height: number }) => top > 0 && top < height);
  const table = page.locator(".definition-columns[data-table=orders] table");
  expect(await table.locator("thead th").first().innerText()).toMatch(new RegExp(heading, "i"));
  const columns = await site.db.rows<{ column_name: string }>("select column_name from run.model_columns where schema_name = 'marts' and model = 'orders' order by position");
  expect((await table.locator("tbody th").allInnerTexts()).map((name) => name.trim())).toEqual(columns.map(({ column_name: name }) => name));

  const index = page.locator("details.disclosure", { has: page.locator(".column-index") });
  await index.locator("summary").click();
  const { names } = await site.db.row<{ names: number }>("select count(distinct column_name)::integer as names from run.model_columns where schema_name in ('staging', 'marts')");
  await index.locator("dt").first().waitFor();
  expect(await index.locator("dt").count()).toBe(names);
  await index.locator("a[href='#customers.customer_id']").click();
  await page.locator("[id='customers.customer_id']").waitFor();
  expect(faults).toEqual([]);
  await page.context().close();
});

test.each(["index.html", "zh/composition.html", "customer.html?key=0", "what-if.html"])("opened from disk, where no script runs, %s says what it lacks and offers nothing that does not answer", async (path) => {
  const { page } = await site.open("definitions");
  await page.context().unrouteAll();
  await page.goto(`${pathToFileURL(join(site.dist, path.replace(/\?.*/, ""))).href}${/\?.*/.exec(path)?.[0] ?? ""}`);
  const seen = (selector: string) => page.locator(selector).evaluateAll((parts) => parts.filter((part) => part.checkVisibility({ visibilityProperty: true })).length);
  expect(await seen(".search-open, .filter-bar, .table-tools")).toBe(0);
  // What is shown after a while.
  await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
  expect(await seen(".unscripted")).toBe(1);
  expect(await page.locator(".unscripted").evaluate((note) => note.getBoundingClientRect().bottom <= document.querySelector("h1")!.getBoundingClientRect().top)).toBe(true);
  expect(await seen(".loading")).toBe(0);
  if (path === "what-if.html") expect(await seen(".what-if")).toBe(4);
  await page.context().close();
});
