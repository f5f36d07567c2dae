import { entity } from "./entity.js";
import { choice, currency, date, email, id, integer, lenient, money, optional, phone, text } from "./fields.js";

/** The customer file (客户档案): persons and companies in one list, told apart by `kind`. */
export const customers = entity(
  "customers",
  {
    grain: "One row per customer known to the company, whether or not it ever bought",
    enables: "Composition by every attribute that is filled; the quality of the customer file; names on lists",
    key: ["customer_id"],
  },
  {
    customer_id: id("Identifier of the customer in the source system"),
    kind: optional(choice("Kind of customer (客户类型)", ["consumer", "business", "distributor", "internal"])),
    name: lenient(text("Name of the person or company", { personal: true })),
    phone: lenient(phone("Telephone number")),
    email: lenient(email("E-mail address")),
    address: lenient(text("Street address", { personal: true })),
    city: lenient(text("City or town")),
    region: lenient(text("Sales region or state, as the company divides its market")),
    country: lenient(text("Country")),
    postal_code: lenient(text("Postal code", { max: 20, personal: true })),
    source: lenient(text("How the customer was first won: fair, referral, web ...")),
    channel: lenient(text("Channel the customer is served through")),
    owner: lenient(text("Account manager responsible for the customer")),
    credit_grade: lenient(text("Credit grade given by the company or an agency", { max: 20 })),
    marking: lenient(choice("Mark set by the sales force", ["target", "hostile", "irrelevant", "do_not_contact"])),
    merged_into: lenient(id("Customer this one was found to be a duplicate of; its records count there")),
    created_date: lenient(date("Date the file was opened")),
    confirmed_date: lenient(date("Date the file was last confirmed to be right")),
    // persons
    sex: lenient(choice("Sex", ["female", "male", "other"])),
    birth_date: lenient(date("Date of birth", { personal: true })),
    occupation: lenient(text("Occupation")),
    education: lenient(text("Education")),
    income_band: lenient(text("Income band")),
    household_size: lenient(integer("Persons in the household", { min: 1, max: 50, unit: "persons" })),
    interests: lenient(text("Interests")),
    // companies
    legal_form: lenient(text("Legal form")),
    web_site: lenient(text("Web site")),
    industry: lenient(text("Industry")),
    industry_position: lenient(text("Position in its industry: leader, follower ...")),
    company_size: lenient(text("Size class of the company")),
    employees: lenient(integer("Employees", { max: 1e7, unit: "persons" })),
    founded_year: lenient(integer("Year the company was founded", { min: 1200, max: 2199, unit: "year" })),
    settlement_terms_days: lenient(integer("Agreed time to pay", { max: 3650, unit: "days" })),
    credit_limit: lenient(money("Credit limit granted", { min: 0 })),
    credit_currency: lenient(currency("Currency of the credit limit; the reporting currency where absent")),
    credit_status: lenient(choice("Whether new credit is granted", ["open", "review", "hold"])),
    first_deal_date: lenient(date("Date of the first deal, where orders do not reach back that far")),
    last_deal_date: lenient(date("Date of the last deal, as the CRM has it")),
  },
);
