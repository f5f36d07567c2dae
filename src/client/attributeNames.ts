import { list } from "../lib/format.js";
import { t } from "../lib/language.js";
import { valueName } from "../lib/valueName.js";
import { fieldTitle, fileErrorTitle } from "../pages/quality/words.js";
import type { LinkedAttribute, WantedAttribute } from "../selection/linked.js";
import { MISSING_VALUE } from "../selection/selection.js";

function attributeTitle(name: LinkedAttribute): string {
  switch (name) {
    case "region": return t`Region`;
    case "owner": return t`Account manager`;
    case "country": return t`Country`;
    case "industry": return t`Industry`;
    case "company_size": return t`Company size`;
    case "channel": return t`Channel`;
    case "source": return t`Source`;
    case "campaign": return t`Won by the campaign`;
    case "credit_grade": return t`Credit grade on file`;
    case "first_order_year": return t`Customer since`;
    case "order_channel": return t`Channel of the order`;
    case "order_region": return t`Region of the order`;
    case "order_owner": return t`Sales person`;
    case "product_category": return t`Ordered from`;
    case "moved_product": return t`Ordered, now or before`;
    case "prior_tier": return t`Tier before`;
    case "movement": return t`Move between tiers`;
    case "driver": return t`Change of revenue`;
    case "next_step_reason": return t`To do, for it is`;
    case "profit_class": return t`Profit class`;
    case "class": return t`RFM class`;
    case "named_segment": return t`RFM segment`;
    case "cluster": return t`Cluster`;
    case "recency_score": return t`Recency score`;
    case "frequency_score": return t`Frequency score`;
    case "monetary_score": return t`Amount score`;
    case "grade": return t`Credit grade`;
    case "prior_grade": return t`Credit grade before`;
    case "statement": return t`Statement`;
    case "altman_zone": return t`Altman's zone`;
    case "critical_ratio": return t`Critical ratio`;
    case "weak_ratio": return t`Weak ratio`;
    case "debt_age": return t`Owes, by days overdue`;
    case "churn_band": return t`Chance to leave`;
    case "state": return t`State`;
    case "relationship_level": return t`Level of relationship`;
    case "contact_standing": return t`Contacts against those due`;
    case "contact_timing": return t`Last contact`;
    case "attitude": return t`Attitude to us`;
    case "behaviour": return t`Buys`;
    case "service_failure": return t`Service`;
    case "file_age": return t`Age of its file`;
    case "file_state": return t`Its file`;
    case "faulty_field": return t`Missing or wrong`;
    case "file_error": return t`What is wrong`;
  }
}

function attributeValue(name: LinkedAttribute, value: string): string {
  if (value === MISSING_VALUE) return t`not known`;
  switch (name) {
    case "moved_product": return value;
    case "campaign": return value;
    case "faulty_field": return fieldTitle(value);
    case "file_error": return fileErrorTitle(value);
    default: return valueName(value, name);
  }
}

/** What a link asks for, in words: "Country: Austria, Spain". */
export function wantedTitle({ name, values, isAllBut }: WantedAttribute): string {
  const named = [...values].map((value) => attributeValue(name, value));
  return `${attributeTitle(name)}: ${isAllBut ? t`all but ${list(named)}` : named.join(", ")}`;
}
