import { html } from "htl";
import { calibration } from "../../components/calibration.js";
import { card } from "../../components/card.js";
import { dataTable } from "../../components/dataTable.js";
import { disclosure } from "../../components/disclosure.js";
import { heading, note } from "../../components/heading.js";
import { interval } from "../../components/interval.js";
import { day, decimal1, decimal2, decimal3, integer, list, percent, percent0, readable, sentence } from "../../lib/format.js";
import { t } from "../../lib/language.js";
import type { Context, Table } from "../../lib/page.js";
import type { CalibrationPart, Fit, Headline, Model, TermRow } from "./rows.js";
import { modelName, termWords, verdictName } from "./words.js";

/** What goes along with leaving, how well it foretold who left, and what else was tried. */
export function evidence(context: Context, source: Table<Headline>, head: Headline): Element[] {
  const models = context.read<Model>("retention_models");
  const used = models.rows.find(({ is_used: isUsed }) => isUsed);
  if (!used) return [];
  const fits = context.read<Fit>("retention_fits");
  return [
    ...(head.has_chances ? [...heading(t`What goes along with leaving`), used.model === "repeat buying" ? ordersAlone(context, models) : terms(context, head)] : []),
    ...heading(t`How good is it?`, used.model === "repeat buying"
      ? t`The model knew the orders up to ${day(head.snapshot_date)}, was asked that day who would order no more, and is held here against who did not.`
      : t`The model learned who left from the time before ${day(head.snapshot_date)}, was asked that day who would leave, and is held here against who did.`),
    trial(context, source, models, used),
    hits(context, models, used, head),
    analysts(context, models, fits),
  ];
}

/** What repeat buying goes by, which has no terms. */
const ordersAlone = (context: Context, models: Table<Model>): Element =>
  card(context, { title: t`The chances rest on how often and how lately a customer ordered, and on nothing else`, sources: [models], span: 12 },
    note(t`Who orders often and has been silent for long has probably left; who orders seldom may only be between two orders. See Lifetime value for the model and how well it fits.`));

function terms(context: Context, head: Headline): Element {
  const table = context.read<TermRow>("retention_terms");
  const strength = (row: TermRow) => Math.abs(Math.log(row.spread_ratio));
  const isTold = (row: TermRow) => row.odds_ratio_low > 1 || row.odds_ratio_high < 1;
  const told = table.rows.filter(isTold).sort((a, b) => strength(b) - strength(a));
  const others = table.rows.filter((row) => !isTold(row));
  const [first] = told;
  if (!first) {
    return card(context, { title: t`Nothing that is known tells who leaves by more than chance`, sources: [table], span: 12 }, note(unknownInputs(context)));
  }
  const words = (row: TermRow) => termWords(row.term, head.holdout_days);
  const title = first.odds_ratio >= 1 ? t`${words(first).name}: ${decimal1(first.odds_ratio)} times the odds to leave` : t`${words(first).name}: only ${decimal2(first.odds_ratio)} times the odds to leave`;
  return card(context, {
    title, subtitle: t`What multiplies the odds to leave within ${integer(head.holdout_days)} days, all else being equal, the strongest first: above 1 more leave, below 1 fewer. With ${percent0(head.confidence)} intervals`,
    sources: [table], span: 12,
  }, interval(told.map((row) => ({ name: words(row).name, detail: words(row).unit, value: row.odds_ratio, low: row.odds_ratio_low, high: row.odds_ratio_high })), {
    caption: t`Odds to leave`, nameTitle: t`What is known of the customer`, valueTitle: t`Odds`, format: decimal2, reference: { name: t`equal`, value: 1 },
  }),
  others.length === 0 ? null : note(t`Not told from chance: ${list(others.map((row) => words(row).name))}.`),
  note(`${t`This is what goes along with leaving, not what brings it about: to change one of these need not keep a customer.`} ${unknownInputs(context)}`));
}

/** Says which inputs the model would learn from, had they been supplied. */
function unknownInputs(context: Context): string {
  const known: [string, string][] = [["tickets", t`complaints (tickets)`], ["surveys", t`satisfaction (surveys)`], ["interactions", t`contacts (interactions)`]];
  const missing = known.filter(([entity]) => !context.has(entity)).map(([, name]) => name);
  return missing.length === 0 ? "" : t`Not in the model, for they are not supplied: ${list(missing)}.`;
}

function trial(context: Context, source: Table<Headline>, models: Table<Model>, used: Model): Element {
  const table = context.read<CalibrationPart>("retention_calibration");
  const title = used.expected_customers > used.left_customers
    ? t`It expected ${integer(used.expected_customers)} of ${integer(used.customers)} to leave; fewer did, ${integer(used.left_customers)}`
    : t`It expected ${integer(used.expected_customers)} of ${integer(used.customers)} to leave; ${integer(used.left_customers)} did`;
  return card(context, { title, subtitle: t`Customers by their chance to leave, a tenth each, against the share who then left; dots above the dashed line: more left than was said`, sources: [table, models, source], span: 7 },
    calibration(table.rows.map((row) => ({ predicted: row.predicted, share: row.left_rate, low: row.left_rate_low, high: row.left_rate_high, members: row.customers })), {
      label: title, predictedLabel: t`Chance to leave, predicted`, shareLabel: t`Share who left`, membersLabel: t`Customers`,
    }));
}

function hits(context: Context, models: Table<Model>, used: Model, head: Headline): Element {
  const title = used.auc === null ? t`Whether it tells leavers from stayers is not known`
    : t`Of two customers, one who left and one who stayed, it names the right one ${percent0(used.auc)} of the time`;
  return card(context, { title, subtitle: t`A coin would be right 50% of the time`, sources: [models], span: 5 },
    html`<dl class="advice">
      <div><dt>${t`Right of two`}</dt><dd>${used.auc_low === null ? percent(used.auc) : t`${percent(used.auc)}, ${percent(used.auc_low)} to ${percent(used.auc_high)}`}</dd></div>
      <div><dt>${t`Top tenth`}</dt><dd>${used.lift === null ? percent0(used.top_tenth_rate) : t`${percent0(used.top_tenth_rate)} of them left, ${decimal1(used.lift)} times as many as of all`}</dd></div>
      <div><dt>${t`Nearer to what came`}</dt><dd>${used.brier_skill === null ? t`not known` : t`by ${percent0(used.brier_skill)} than the same chance for everybody`}</dd></div>
      <div><dt>${t`Judgement`}</dt><dd>${[verdictName(used.verdict), used.verdict_reason === null ? null : sentence(readable(used.verdict_reason))].filter((part) => part !== null).join(": ")}</dd></div>
    </dl>`,
    note(`${t`Chances come from: ${modelName(used.model)}.`} ${sentence(used.reason)}`),
    note(t`Half a year is tried against another half: what the season brings is not in the model, and what comes after ${integer(head.holdout_days)} days is not foretold.`));
}

/** What else was tried, and what the fits rest on, folded up. */
function analysts(context: Context, models: Table<Model>, fits: Table<Fit>): Element {
  const terms = context.read<TermRow>("retention_terms");
  const [first] = terms.rows;
  return disclosure(html`<h2>${t`For analysts`}</h2>`, { id: "models", detail: t`The models tried, and what they were learned from` }, html`<div class="page">${[
    card(context, { title: t`Each model on the same customers and time`, sources: [models], span: 12 },
      dataTable(models.rows, [
        { label: t`Model`, value: (row) => modelName(row.model), isRowHeader: true },
        { label: t`Used`, value: (row) => (row.is_used ? t`✓ used` : "") },
        { label: t`Right of two (AUC)`, value: (row) => (row.auc_low === null || row.auc_low === row.auc_high ? decimal3(row.auc) : t`${decimal3(row.auc)} (${decimal3(row.auc_low)} to ${decimal3(row.auc_high)})`), number: (row) => row.auc, align: "right" },
        { label: t`Brier score`, value: (row) => decimal3(row.brier), align: "right" },
        { label: t`Against the base rate`, value: (row) => percent0(row.brier_skill), align: "right" },
        { label: t`Log loss`, value: (row) => decimal3(row.log_loss), align: "right" },
        { label: t`Slope`, value: (row) => decimal2(row.calibration_slope), align: "right" },
        { label: t`Expected, and left`, value: (row) => t`${integer(row.expected_customers)}, ${integer(row.left_customers)}`, align: "right" },
        { label: t`Judgement`, value: (row) => verdictName(row.verdict) },
      ], { caption: t`Models of the chance to leave` })),
    card(context, { title: t`What they were learned from`, sources: [fits, terms], span: 12 },
      dataTable(fits.rows, [
        { label: t`Fit`, value: (row) => (row.fit === "trial" ? t`Trial` : t`Final, for today`), isRowHeader: true },
        { label: t`Customers known on`, value: (row) => day(row.snapshot_date), align: "right" },
        { label: t`Left or stayed until`, value: (row) => day(row.until_date), align: "right" },
        { label: t`Customers`, value: (row) => integer(row.customers), align: "right" },
        { label: t`Left`, value: (row) => t`${integer(row.left_customers)}, ${percent(row.left_rate)}`, number: (row) => row.left_customers, align: "right" },
      ], { caption: t`What the models were learned from` }),
      first ? note(t`The fit came to its top in ${integer(first.iterations)} steps of Newton's method; the slope left is ${first.gradient.toExponential(0).replace("-", "−")} for each customer.`) : null),
  ]}</div>`);
}
