import { emptyState } from "../components/emptyState.js";
import { kpi } from "../components/kpi.js";
import { count, integer } from "../lib/format.js";
import { msg, t } from "../lib/language.js";
import type { Context, Page, Table } from "../lib/page.js";
import { goalTable } from "./targets/goals.js";
import { loops } from "./targets/loops.js";
import { owners } from "./targets/owners.js";
import type { Action, Goal, Owner } from "./targets/rows.js";
import { toDo } from "./targets/toDo.js";

export const targets: Page = {
  path: "targets",
  title: msg("Targets & actions"),
  question: msg("Do we reach what we set out to, and what is done about what we do not?"),
  follows: "nothing",
  render(context) {
    const goals = context.read<Goal>("targets_goals");
    if (goals.rows.length === 0) {
      return [emptyState(context, ["targets", "actions"], t`Each goal with its owner, what was reached and what was due, how it went before and what is forecast, and what is done about it: plan, do, check, act.`)];
    }
    const people = context.read<Owner>("targets_owners");
    return [
      ...tiles(context, people),
      ...toDo(context, goals),
      ...goalTable(context, goals),
      ...loops(context, goals),
      ...owners(context, people),
    ];
  },
};

function tiles(context: Context, people: Table<Owner>): Element[] {
  const all = people.rows.find(({ dimension }) => dimension === "all");
  if (!all) return [];
  const actions = context.read<Action>("targets_actions");
  const oldest = actions.rows.find(({ is_overdue: isOverdue }) => isOverdue);
  const others = [all.coming_goals > 0 ? t`${integer(all.coming_goals)} to come` : "", all.unmeasured_goals > 0 ? t`${integer(all.unmeasured_goals)} not measured` : ""].filter((text) => text !== "");
  return [
    kpi(context, {
      label: t`Goals reached or on track`, value: t`${integer(all.reached_goals + all.on_track_goals)} of ${integer(all.judged_goals)}`, sources: [people],
      note: [t`${integer(all.reached_goals)} reached, ${integer(all.on_track_goals)} on track`, ...others].join(t`; `),
    }),
    kpi(context, {
      label: t`Goals missed, behind or at risk`, value: integer(all.missed_goals + all.behind_goals + all.at_risk_goals), sources: [people],
      note: [t`${integer(all.missed_goals)} missed, ${integer(all.behind_goals)} behind, ${integer(all.at_risk_goals)} at risk`, ...(all.chance_goals > 0 ? [t`chance may explain ${integer(all.chance_goals)} of them`] : []), ...(context.has("actions") && all.unattended_goals > 0 ? [t`nothing is planned for ${integer(all.unattended_goals)}`] : [])].join(t`; `),
    }),
    ...(context.has("actions") ? [
      kpi(context, {
        label: t`Overdue actions`, value: integer(all.overdue_actions), sources: [people, actions],
        note: oldest ? t`Of ${integer(all.open_actions)} open; the oldest for ${count(oldest.days_overdue, "day")}` : t`Of ${integer(all.open_actions)} open`,
      }),
      kpi(context, {
        label: t`Done, result not known`, value: integer(all.unchecked_actions), sources: [people],
        note: t`Of ${count(all.done_actions, "action")} done; ${integer(all.late_actions)} done late`,
      }),
    ] : []),
  ];
}
