import { basename } from "node:path";
import { compileContract } from "../contracts/compile.js";
import type { Entity } from "../contracts/entity.js";
import { entities } from "../contracts/index.js";

/* Which entity a file is likely to hold, and which column each field: by the words that exports use. */

/** Words that exports use for a field, besides its own name, as `plain` writes them; `entity.field` where they fit no other entity. */
const synonyms: Record<string, string> = {
  customer_id: "customerno customernumber customernr customerkey customercode custno custid custcode customer clientid clientno client accountid accountno kundennr kundennummer kundenid kdnr kunde debitornr debitorennr debitor 客户编号 客户id 客户号 客户代码 会员编号 会员号",
  order_id: "orderno ordernumber ordernr orderref order salesorder auftragsnr auftragsnummer auftragsid auftrag bestellnr bestellnummer bestellungsnr bestellid bestellung 订单编号 订单号 订单id",
  order_date: "date orderdate orderedat ordered createdat purchasedate auftragsdatum bestelldatum datum 日期 下单日期 订单日期 下单时间",
  transaction_date: "date orderdate purchasedate saledate day datum auftragsdatum bestelldatum kaufdatum verkaufsdatum belegdatum buchungsdatum 日期 交易日期 购买日期 订单日期 下单日期 销售日期",
  invoice_id: "invoiceno invoicenumber invoicenr invoice rechnungsnr rechnungsnummer rechnung belegnr belegnummer 发票号 发票编号 发票号码",
  invoice_date: "date invoicedate rechnungsdatum belegdatum datum 开票日期 发票日期",
  due_date: "due dueon faelligkeit faelligam faellig faelligkeitsdatum zahlbarbis 到期日 到期日期",
  paid_date: "paidon paidat datepaid paymentdate bezahltam gezahltam zahlungsdatum zahldatum 付款日期 收款日期 支付日期",
  paid_amount: "amountpaid paid bezahlt gezahlt bezahlterbetrag zahlbetrag 已付金额 付款金额 收款金额",
  amount: "total totalamount net netamount nettotal subtotal revenue turnover sales salesamount value nettobetrag netto nettoumsatz nettowert betrag umsatz summe gesamtbetrag auftragswert bestellwert warenwert rechnungsbetrag erstattung gutschrift refund refundamount 退款金额 金额 订单金额 总金额 销售额 交易金额 发票金额",
  cost: "costs cogs totalcost kosten wareneinsatz 成本",
  "customers.name": "customer client company companyname fullname kundenname kunde firma firmenname 名称 姓名 客户名称 客户姓名 公司名称",
  "leads.name": "company companyname fullname firma 名称 姓名 公司名称",
  "products.name": "title description bezeichnung artikelbezeichnung artikelname produktname artikel 名称 产品名称 商品名称",
  email: "emailaddress mail mailaddress emailadresse mailadresse 邮箱 电子邮箱 电子邮件",
  phone: "telephone phonenumber tel mobile telefon telefonnr telefonnummer rufnummer handy mobil 电话 手机 手机号 联系电话",
  address: "street streetaddress addressline1 address1 strasse strassehausnr strassehausnummer anschrift adresse 地址",
  city: "town ort stadt wohnort 城市",
  region: "territory state province gebiet vertriebsgebiet bundesland 地区 区域 省份",
  country: "countrycode countryname land staat 国家",
  postal_code: "postcode zip zipcode plz postleitzahl 邮编 邮政编码",
  kind: "type customertype segment kundentyp kundenart typ art 客户类型",
  owner: "accountmanager salesrep salesperson employee betreuer kundenbetreuer verkaeufer vertreter 客户经理 业务员 销售员 负责人",
  source: "leadsource herkunft quelle 来源 客户来源",
  channel: "saleschannel vertriebskanal vertriebsweg kanal 渠道 销售渠道",
  credit_limit: "kreditlimit kreditrahmen 信用额度",
  settlement_terms_days: "paymentterms paymenttermsdays zahlungsziel 账期",
  "customers.created_date": "createdat createdon created customersince angelegtam anlagedatum kundeseit 创建日期 注册日期",
  "leads.created_date": "createdat createdon created angelegtam anlagedatum 创建日期",
  birth_date: "dob birthday dateofbirth birthdate geburtsdatum geburtstag 出生日期 生日",
  sex: "gender geschlecht 性别",
  occupation: "job beruf 职业",
  legal_form: "rechtsform",
  web_site: "website homepage webseite url 网址",
  industry: "sector gicssector branche 行业",
  employees: "employeecount headcount staff mitarbeiter mitarbeiterzahl 员工人数",
  product_id: "productno productnumber productkey productcode sku item itemid itemno product artikelnr artikelnummer artnr artikel produktnr produktnummer 产品编号 商品编号 货号 产品id",
  category: "categoryname productcategory kategorie warengruppe produktgruppe 类别 品类",
  quantity: "qty units orderquantity menge anzahl stueck stueckzahl 数量",
  unit_price: "price preis einzelpreis stueckpreis 单价",
  discount_rate: "discount rabatt rabattsatz 折扣",
  line_number: "lineno line position pos posnr positionsnr 行号",
  period_end: "periodending fiscalyearend balancedate stichtag bilanzstichtag periodenende 报告期",
  list_price: "price unitprice preis listenpreis verkaufspreis 标价 售价",
  unit_cost: "cost productcost standardcost einkaufspreis einstandspreis 成本价",
  currency: "curr ccy currencycode waehrung 币种 货币",
  shipped_date: "shipdate shippedon versanddatum versendetam 发货日期",
  required_date: "requesteddate wunschtermin liefertermin",
  delivered_date: "deliverydate deliveredon lieferdatum geliefertam 送达日期 交货日期",
  promised_at: "promisedby promisetime zugesagtum 承诺送达时间",
  delivered_at: "deliverytime deliveredtime geliefertum 送达时间",
  shipped_quantity: "shippedqty qtyshipped deliveredqty liefermenge 发货数量",
  standard: "standardvalue sollwert 标准 标准值",
  status: "state orderstatus auftragsstatus 状态 订单状态",
  return_date: "date datum returnedon retourendatum ruecksendedatum 退货日期",
  reason: "grund retourengrund 退货原因",
  "annotations.text": "annotation event ereignis 事件",
  "annotations.date": "day datum 日期",
  recommend_score: "nps npsscore likelihoodtorecommend",
  satisfaction_score: "csat satisfaction",
  product_value: "产品价值", service_value: "服务价值", people_value: "personnelvalue 人员价值", image_value: "形象价值",
  money_cost: "monetarycost 货币成本", time_cost: "时间成本", energy_cost: "effortcost physicalcost 体力成本", psychic_cost: "psychologicalcost 精神成本 精力成本",
};

/** Words that name the files of an entity, besides its own name. */
const fileWords: Record<string, string> = {
  customers: "client account kunde debitor 客户 会员",
  products: "article artikel produkt 产品 商品",
  orders: "auftrag auftraege bestellung 订单",
  transactions: "sale purchase umsatz umsaetze verkauf verkaeufe 交易 销售",
  order_lines: "orderitem orderdetail lineitem auftragsposition bestellposition 订单明细",
  returns: "retoure ruecksendung 退货",
  invoices: "rechnung faktura 发票",
  financials: "balancesheet incomestatement bilanz 财务",
  campaigns: "kampagne", leads: "interessent", surveys: "umfrage", tickets: "complaint reklamation", costs: "kosten", targets: "goal", annotations: "ereignis 大事记", judgements: "ahp 判断矩阵", account_managers: "salesforce salespeople vertriebsmitarbeiter aussendienst 客户经理名单", commission_rates: "commission provision 提成",
  service_standards: "servicestandard servicelevel sla 服务标准",
  exchange_rates: "fxrate wechselkurs 汇率",
};

export interface FoundFile {
  name: string;
  /** Options of the source, as YAML; the comma and UTF-8 need none. */
  csv: string[];
  note: string;
  columns: string[];
  /** Columns of which values stand on several rows. */
  repeating: Set<string>;
  /** Table of its first rows. */
  table: string;
}

export interface Guess {
  entity: Entity;
  /** Field -> column. */
  matches: Map<string, string>;
  isComplete: boolean;
}

/** Letters and digits only, small ones, umlauts written out, no accents. */
const plain = (text: string) => text.normalize("NFKC").toLowerCase().replace(/[äöüß]/g, (letter) => ({ ä: "ae", ö: "oe", ü: "ue", ß: "ss" })[letter]!)
  .normalize("NFD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]/gu, "");
const withoutCurrency = (title: string) => title.replace(/\s*[([（]?(EUR|USD|GBP|CHF|CNY|RMB|€|\$|元)[)\]）]?$/iu, "");
const words = (text = "") => text.split(" ").filter(Boolean);
const singular = (entity: Entity) => plain(entity.name.replace(/s$/, ""));

/** Columns that a field of the entity is likely to be read from. */
function matchFields(entity: Entity, columns: string[]): Map<string, string> {
  const matches = new Map<string, string>();
  const free = new Set(columns);
  for (const field of Object.keys(entity.schema.shape)) {
    const own = plain(field);
    const prefix = singular(entity);
    const wanted = [own, prefix + own, ...(own.startsWith(prefix) ? [own.slice(prefix.length)] : []),
      ...words(synonyms[`${entity.name}.${field}`]), ...words(synonyms[field])];
    const found = wanted.map((word) => [...free].find((column) => plain(column) === word || plain(withoutCurrency(column)) === word))
      .find((column) => column !== undefined);
    if (found === undefined) continue;
    matches.set(field, found);
    free.delete(found);
  }
  return matches;
}

/** Entities that the name of a file holds a word for; of order_lines the word is not that of orders. */
function entitiesNamed(name: string): Set<Entity> {
  const stem = plain(basename(name).replace(/\.[^.]+$/, ""));
  const hits = entities.flatMap((entity) => [singular(entity), ...words(fileWords[entity.name])]
    .filter((word) => stem.includes(word)).map((word) => ({ entity, word })));
  return new Set(hits.filter(({ entity, word }) => !hits.some((other) => other.entity !== entity && other.word !== word && other.word.includes(word)))
    .map(({ entity }) => entity));
}

/**
 * The entity that a file is most likely to hold. An id alone makes none, since every file has ids of others: either
 * the file is named so and most of what is required is there, or all of it is there, three columns fit at least, and
 * its rows can be of that grain.
 */
export function guessEntity(file: FoundFile): Guess | undefined {
  const named = entitiesNamed(file.name);
  const guesses = entities.map((entity) => {
    const matches = matchFields(entity, file.columns);
    const required = compileContract(entity).fields.filter((field) => field.isRequired);
    const found = required.filter((field) => matches.has(field.name)).length;
    const isComplete = found === required.length;
    const isNamed = named.has(entity) && matches.size > 1;
    const isLikely = (isNamed && 2 * found > required.length) || (isComplete && matches.size > 2 && isGrain(entity, matches, file));
    return { entity, matches, isComplete, required: required.length, rank: isNamed && isComplete ? 2 : isLikely ? 1 : 0 };
  });
  const best = guesses.sort((a, b) =>
    b.rank - a.rank || b.matches.size - a.matches.size || Number(b.isComplete) - Number(a.isComplete) || b.required - a.required)[0]!;
  return best.rank > 0 ? best : undefined;
}

/** Whether a row can be one of the entity: its key does not repeat, and no id of what refers to it stands beside. */
function isGrain(entity: Entity, matches: Map<string, string>, file: FoundFile): boolean {
  if (entity.key.length === 1 && file.repeating.has(matches.get(entity.key[0]!)!)) return false;
  return !entities.some((other) => other.key.length === 1 && Object.values(other.references).includes(entity.name)
    && !(other.key[0]! in entity.schema.shape) && matchFields(other, file.columns).has(other.key[0]!));
}
