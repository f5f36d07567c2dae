import * as d3 from "d3";
import { roundAmount } from "../../lib/amount.js";
import type { Row } from "../../lib/page.js";
import { sumBy, sumKnownBy } from "../cubes.js";
import { difference, ofWhole, ratio, type Follower, type Selected } from "../follow.js";

const counts = [
  "clients", "clients_with_statement", "clients_graded", "clients_stale", "clients_unbalanced", "clients_improved", "clients_worsened",
  "watched_clients", "clients_ordering_on", "clients_before",
] as const;
const amounts = [
  "exposure", "at_risk", "watched_exposure", "watched_at_risk", "owed_amount", "open_amount", "overdue_amount", "billed", "open_before", "exposure_before",
] as const;

interface Grade extends Row { grade: string; position: number; is_watched: boolean }
interface Head extends Row { statements: number | null; dso_window_days: number }

/**
 * The figures of marts.solvency_totals. What was overdue before, and how many statements there are, no cube holds: the first
 * are NULL, the second those of all clients. Where the project has invoices, who has none owes nothing.
 */
const headline: Follower = {
  cubes: ["selection_clients"],
  needs: ["solvency_grades"],
  scope: "customers",
  rows(selected) {
    const [whole] = selected.whole<Head>("solvency_headline").rows;
    const cube = selected.cube("selection_clients");
    const [found] = sumKnownBy(cube, selected.mask, [], [...counts, ...amounts]);
    if (!whole || !found || !found.clients) return [];
    const grades = selected.whole<Grade>("solvency_grades").rows;
    const byGrade = sumBy(cube, selected.mask, ["grade"], ["clients", "clients_before", "exposure", "exposure_before"]);
    const watched = new Set(grades.filter((row) => row.is_watched).map((row) => row.grade));
    // The last is for clients that cannot be graded.
    const last = d3.greatest(grades, (row) => row.position)?.grade;
    const over = (measure: "clients" | "clients_before" | "exposure" | "exposure_before", isCounted: (grade: string) => boolean) =>
      roundAmount(d3.sum(byGrade.filter(({ grade }) => isCounted(grade as string)), (row) => row[measure]));
    const isWatched = (grade: string) => watched.has(grade);
    /** Only where the project has the figure at all. */
    const known = <T>(name: string, value: T) => (whole[name] === null ? null : value);
    const stated = <T>(value: T) => (whole.statements === null ? null : value);
    const { clients, exposure, open_amount, billed } = found;
    const wasGraded = (found.clients_before ?? 0) > 0;
    const weak = stated(exposure === null ? null : over("exposure", isWatched));
    const weakBefore = known("weak_exposure_before", stated(wasGraded ? over("exposure_before", isWatched) : null));
    const ungraded = stated(exposure === null ? null : over("exposure", (grade) => grade === last));
    const owed = known("owed_amount", found.owed_amount ?? 0);
    const open = known("open_amount", open_amount ?? 0);
    const overdue = known("overdue_amount", found.overdue_amount ?? 0);
    const openBefore = known("open_amount_before", found.open_before ?? 0);
    const dso = whole.dso_days !== null && (billed ?? 0) > 0 && open !== null && open >= 0 ? ratio(open, billed)! * whole.dso_window_days : null;
    return [{
      ...whole, clients,
      clients_with_statement: stated(found.clients_with_statement), clients_graded: stated(found.clients_graded), graded_share: stated(ratio(found.clients_graded, clients)),
      clients_stale: stated(found.clients_stale), clients_unbalanced: stated(found.clients_unbalanced),
      clients_improved: stated(found.clients_improved), clients_worsened: stated(found.clients_worsened),
      weak_clients: stated(over("clients", isWatched)), clients_known_before: stated(found.clients_before), weak_clients_before: stated(wasGraded ? over("clients_before", isWatched) : null),
      exposure, weak_exposure: weak, weak_exposure_share: ratio(weak, exposure), weak_exposure_before: weakBefore,
      weak_exposure_change: difference(weak, weakBefore), weak_exposure_share_before: ofWhole(selected, whole.weak_exposure_share_before),
      ungraded_exposure: ungraded, ungraded_exposure_share: ratio(ungraded, exposure), at_risk: found.at_risk,
      watched_clients: found.watched_clients, watched_exposure: exposure === null ? null : (found.watched_exposure ?? 0),
      watched_at_risk: found.at_risk === null ? null : (found.watched_at_risk ?? 0), clients_ordering_on: found.clients_ordering_on,
      owed_amount: owed, open_amount: open, overdue_amount: overdue, overdue_share: ratio(overdue, owed), dso_days: dso,
      open_amount_before: openBefore, open_amount_change: difference(open, openBefore),
      overdue_share_before: ofWhole(selected, whole.overdue_share_before), overdue_share_change: ofWhole(selected, whole.overdue_share_change),
      dso_days_before: ofWhole(selected, whole.dso_days_before), dso_change_days: ofWhole(selected, whole.dso_change_days),
    }];
  },
};

/** By grade, as in marts.clients_by_grade. */
const grades: Follower = {
  cubes: ["selection_clients"],
  scope: "customers",
  rows(selected) {
    const measures = ["clients", "exposure", "at_risk", "overdue_amount", "clients_before", "exposure_before"] as const;
    const cube = selected.cube("selection_clients");
    const [total] = sumKnownBy(cube, selected.mask, [], measures);
    if (!total?.clients) return [];
    const byGrade = new Map(sumKnownBy(cube, selected.mask, ["grade"], measures).map((row) => [row.grade, row]));
    const known = (value: number | null | undefined) => (total.exposure === null ? null : (value ?? 0));
    return selected.whole<Grade>("solvency_grades").rows.map((row) => {
      const found = byGrade.get(row.grade);
      return {
        ...row, clients: found?.clients ?? 0, client_share: ratio(found?.clients ?? 0, total.clients),
        exposure: known(found?.exposure), exposure_share: ratio(known(found?.exposure), total.exposure), at_risk: known(found?.at_risk),
        overdue_amount: found?.overdue_amount ?? null,
        clients_before: total.clients_before ? (found?.clients_before ?? 0) : null, exposure_before: found?.exposure_before ?? null,
      };
    });
  },
};

/** By ageing bucket, as in marts.ageing_by_bucket. */
const ageing: Follower = {
  cubes: ["selection_ageing"],
  scope: "customers",
  rows(selected) {
    const measures = ["customers", "invoices", "open_amount"] as const;
    const found = new Map(sumBy(selected.cube("selection_ageing"), selected.mask, ["bucket"], measures).map((row) => [row.bucket, row]));
    const rows = selected.whole<Row & { bucket: string; position: number }>("receivables_ageing").rows
      .map((row) => ({ ...row, ...(found.get(row.bucket) ?? { customers: 0, invoices: 0, open_amount: 0 }) }));
    const owed = d3.sum(rows.filter(({ position }) => position > 0), (row) => row.open_amount);
    return rows.map((row) => ({ ...row, owed_share: row.position > 0 ? ratio(row.open_amount, owed) : null }));
  },
};

/** What is told of the customers of a list: of those that the list keeps. */
const ofListed = (name: string, list: string, rank: string): Follower => ({
  cubes: [],
  needs: [list],
  scope: "listed",
  rows(selected: Selected) {
    const { rows } = selected.whole<Row>(name);
    if (!selected.mask) return rows;
    const kept = new Set(selected.selected<Row>(list).rows.map((row) => row[rank]));
    return rows.filter((row) => kept.has(row[rank]));
  },
});

export const solvency: Record<string, Follower> = {
  solvency_headline: headline,
  solvency_grades: grades,
  receivables_ageing: ageing,
  ...Object.fromEntries(["solvency_watch_ratios", "solvency_watch_outlook", "solvency_watch_statements"].map((name) => [name, ofListed(name, "solvency_watch_list", "watch_rank")])),
  receivables_debtor_ageing: ofListed("receivables_debtor_ageing", "receivables_debtors", "debtor_rank"),
};
