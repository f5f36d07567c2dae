import type { Texts } from "../../../lib/language.js";

/** What the tables of quality say of themselves: grains, notes, meanings and units. */
export const quality: Texts = {
  // customer_fields
  "One row per customer with a file and field that matters for its kind, or is checked, and that the project supplies.":
    "每行一位有档案的客户及一个字段：该字段为其类型应有或须校验，且项目已提供。",
  "A value that its contract refused was given, though wrongly: it is filled, and wrong. One that is only suspected is not.":
    "被数据约定拒收的数值视为已填写但有误；仅为可疑的数值不算有误。",
  "Field of the customer file": "客户档案的字段",
  "Whether the field matters, so that an empty one is missing; else it is only checked": "该字段是否应有，即空缺计为缺失；否则仅作校验",
  "Whether a value was given": "是否已填写",
  "Whether the value broke its contract or a cross-check": "数值是否违反数据约定或交叉校验",

  // customer_file_errors
  "One row per customer, field of its file, and rule that the value breaks.": "每行一位客户、其档案的一个字段及所违反的规则。",
  "A refused value broke its contract on reading: the field is empty and the value is in quarantine. The other values were accepted, and contradict the as-of date, each other, the orders, or the other files. Of two dates that contradict each other the one that should be the earlier is counted. A second file of one customer counts as an error of the name: one that looks like another file, and one that cannot be merged into the file it names. What reads almost like a more frequent value may be right: it is pointed out, and does not count as wrong. Values of fewer than five letters are not compared, nor countries: Iran is no Iraq.":
    "被拒收的数值在读取时违反数据约定：字段留空，数值进入隔离区。其他数值已接受，但与截止日期、彼此、订单或其他档案矛盾。两个日期互相矛盾时，计应较早的一个。同一客户的第二份档案计为名称错误：与另一档案相似者，以及无法并入其所注明档案者。与更常见的值几乎相同的数值可能正确：予以提示，不计为错误。少于五个字母的数值不作比较，国家亦不比较：Iran 不等于 Iraq。",
  "Rule that is broken": "所违反的规则",
  "What the rule says of the value": "规则对该数值的说明",
  "Whether the value broke its contract, so that the field is empty": "数值是否违反数据约定而使字段为空",
  "Whether the value may be right, so that it does not count as wrong": "数值是否可能正确而不计为错误",

  // customer_files_by_age
  "One row per band of age of customer files, see file_age_bands: days since a file was confirmed or its customer heard from, or else since it was opened.":
    "每行一个客户档案的时间段，见 file_age_bands：距档案核实或客户往来的天数，均无则距建档日。",
  "Name of the band": "时间段名称",
  "Place of the band, from 1 for the youngest files": "时间段的位次，最新的为 1",
  "Age from which a file is in the band; NULL for files without a date": "时间段的起点；无日期的档案为 NULL",
  "Age up to which it is; NULL for the oldest files and those without a date": "时间段的终点；最早的档案与无日期的档案为 NULL",
  "Whether the files of the band are fresh, those without a date are not; NULL where no file has one":
    "该时间段的档案是否新鲜，无日期的档案不新鲜；档案均无日期时为 NULL",
  "Customers with a file in the band": "档案属该时间段的客户数",
  "Share of all customers with a file": "占全部有档案客户的比例",
  "Customers of the band whose file is poor": "该时间段中档案较差的客户数",

  // file_age_bands
  "One row per band of the age of customer files.": "每行一个客户档案时间段。",
  "The bands end at quality_age_bands_days and at the freshness limit; the last two are for the older files, and for those without any date.":
    "时间段止于 quality_age_bands_days 与新鲜性期限；最后两段为更早的档案与无日期的档案。",

  // customer_quality
  "Band that this age is in, see file_age_bands": "所属时间段，见 file_age_bands",
  "One row per customer with a file: how complete, right and fresh it is.": "每行一位有档案的客户：档案的完整性、准确性与新鲜性。",
  "Score = 100 x the mean of completeness, accuracy and freshness (1 for a fresh file, 0 for another), by the weights of the settings; a part that is not known is left out, and its weight with it. A customer is heard from by an order, a contact that the customer sought or whose direction is not known, a service request, a survey answer, or a deal the CRM notes. A file never confirmed, of a customer never heard from, is as old as its opening; one without any date is not fresh. Freshness is left out only where no file of the project has a date. A date of the file that lies after the as-of date counts as that date if the file may have been exported so late.":
    "得分 = 100 × 完整性、准确性与新鲜性（新鲜为 1，否则为 0）按设置权重的加权平均；未知的部分连同权重不计。客户往来指订单、客户主动或方向未知的联系、服务请求、问卷作答，或 CRM 记录的成交。从未核实且客户从未往来的档案，以建档日计；没有任何日期的档案不新鲜。仅当项目的档案均无日期时才不计新鲜性。档案日期晚于截止日期、而档案可能在此之后导出的，按截止日期计。",
  "Fields that matter for the kind of customer and that the project supplies": "该类型客户应有且项目已提供的字段数",
  "fields": "个字段",
  "Fields of these that have a value, be it a wrong one": "其中有值的字段数，含有误的值",
  "Values of these and of the fields that are only checked, see file_fields": "这些字段及仅作校验的字段的数值数，见 file_fields",
  "Values of all these that broke their contract or a cross-check": "其中违反数据约定或交叉校验的数值数",
  "Fields that have no value": "没有值的字段",
  "Fields whose value is wrong": "数值有误的字段",
  "Share of the fields wanted that are filled": "应有字段中已填写的比例",
  "Share of the values given that are not wrong": "已填数值中无误的比例",
  "Date the file was last confirmed, up to the as-of date": "档案最近核实日期，不晚于截止日期",
  "Date the customer was last heard from": "客户最近往来日期",
  "Days since the later of the two, or else since the file was opened; NULL without any date": "距两者中较晚者的天数，均无则距建档日；没有任何日期时为 NULL",
  "Whether these are no more than the freshness limit, no without any date; NULL where no file has one":
    "天数是否不超过新鲜性期限，没有日期时为否；档案均无日期时为 NULL",
  "Quality of the file": "档案质量",
  "0 to 100": "0 至 100",
  "What the score leaves out, and why": "得分未计入的部分及原因",
  "Whether the score is below the settings' poor_score": "得分是否低于设置 poor_score",

  // duplicate_customers
  "One row per customer file that is likely the second one of a person or company.": "每行一份疑似属于同一个人或企业的第二份客户档案。",
  "Two files are alike if their names are, and their telephone number or e-mail address is the same. Names are alike if they have the same letters and digits in any order, so that \"Chen, Li\", \"Li Chen\" and \"CHEN LI\" are, and 王小明 and 王 小明: capitals, accents, blanks, signs, full-width forms and ue for ü make no difference. Legal forms do. Of a telephone number the last eight digits count, without an extension. The file opened first is taken as the original.":
    "名称相似且电话或电子邮箱相同的两份档案视为同一客户。名称所含字母与数字相同而不论次序，即为相似：如“Chen, Li”“Li Chen”与“CHEN LI”，又如“王小明”与“王 小明”；大小写、重音、空格、符号、全角字符以及以 ue 代 ü 均不作区分，企业性质则作区分。电话比较末八位，不含分机号。最先建档者视为原档案。",
  "Customer with the later file": "较晚档案的客户",
  "Customer with the earliest file that is alike; by telephone number where that and the e-mail address lead to different ones":
    "最早的相似档案的客户；电话与电子邮箱指向不同档案时以电话为准",
  "What is the same besides the name: phone, e-mail, or phone and e-mail": "除姓名外相同项：电话（phone）、电子邮箱（e-mail）或两者（phone and e-mail）",
  "Revenue to date of both customers; NULL where neither bought": "两位客户的累计收入；均未购买时为 NULL",
  "Part of it that stands under the later file; NULL where that never bought": "其中记在较晚档案下的部分；从未购买时为 NULL",

  // entity_dates
  "One row per supplied entity that holds events: how far its dates reach.": "每行一项已提供且记录事件的输入数据：其日期范围。",
  "Dates are those of the event itself: a survey's is the day it was sent, or else answered; a statement's the end of its period; a campaign's its first day. What lies after the as-of date is left out, and so are returns that lower no revenue.":
    "日期取事件本身：问卷为发出日或作答日，报表为期末日，营销活动为首日。晚于截止日期的不计，未冲减收入的退货亦不计。",
  "Entity of the project": "项目的输入数据",
  "Rows that kept their contract, equal ones as one where the source says so": "通过数据约定的行数；数据源注明时相同的行计为一行",
  "rows": "行",
  "Rows of these that the analyses see: not after the as-of date, of a customer that is known; a return only if it is taken off revenue":
    "其中纳入分析的行数：不晚于截止日期、属已知客户；退货以冲减收入为限",
  "Rows that they do not see": "其中未纳入分析的行数",
  "Date of the first event": "首个事件的日期",
  "Date of the last event": "最近事件的日期",
  "Days from the last event to the as-of date": "最近事件距截止日期的天数",

  // file_counts_by_group_and_kind
  "One row per group of customer files, or field of them, and kind of customer: what marts.quality_scores adds up.":
    "每行一个客户档案分组或其字段，以及客户类型：由 marts.quality_scores 汇总。",
  "Groups are all files, and those of one kind, source, owner or region; the figures of a field are over the customers for whose kind it matters, if there are any.":
    "分组为全部档案，以及同一类型、来源、客户经理或区域的档案；字段的数字仅计其类型应有该字段的客户（如有）。",
  "What the files are grouped by: all, kind, source, owner, region; or field":
    "档案的分组方式：全部（all）、类型（kind）、来源（source）、客户经理（owner）、区域（region）；或字段（field）",
  "Kind, source, owner or region, unknown where the file has none; name of the field; all":
    "类型、来源、客户经理或区域，档案未填时为未知（unknown）；字段名称；全部（all）",
  "Whether the files have none, so that unknown is no name": "档案是否未填，即未知并非名称",
  "Whether the field matters, so that an empty one is missing; true for groups": "该字段是否应有，即空缺计为缺失；分组为是",
  "Whether the project maps the field; true for groups": "项目是否映射该字段；分组为是",
  "Customers of the kind with a file in the group, or for whom the field matters": "该类型中档案属该组或应有该字段的客户数",
  "Fields that matter and are supplied, over these files": "这些档案中应有且已提供的字段数",
  "Values of these and of the fields that are only checked": "这些字段及仅作校验的字段的数值数",
  "Values of all these that are wrong": "其中有误的数值数",
  "Customers with a value missing or wrong; of a field, with that one": "有缺失或有误数值的客户数；字段则仅计该字段",
  "Customers whose file is fresh or not: all, or none where no file has a date; NULL for a field":
    "档案新鲜性可判断的客户数：全部，档案均无日期时为零；字段为 NULL",
  "Customers of these whose file is fresh; NULL for a field": "其中档案新鲜的客户数；字段为 NULL",
  "Customers whose file scores below the settings' poor_score; NULL for a field": "档案得分低于设置 poor_score 的客户数；字段为 NULL",

  // file_errors_by_rule
  "One row per field of the customer file and rule that values of it break.": "每行一个客户档案字段及其数值违反的规则。",
  "Whether the values broke their contract, so that the field is empty": "数值是否违反数据约定而使字段为空",
  "Whether the values may be right, so that they do not count as wrong": "数值是否可能正确而不计为错误",
  "Customers with such a value": "有此类数值的客户数",

  // file_fields
  "One row per kind of customer and field that matters in its file, or is checked in it.": "每行一个客户类型及其档案应有或须校验的字段。",
  "Consumers have the person_fields of the settings; businesses and distributors the business_fields. The dates on which a file was opened and confirmed need not be filled, for freshness judges that, but those that are must be right.":
    "零售消费客户适用设置 person_fields，企业客户与分销商适用 business_fields。建档日期与核实日期可不填，因为由新鲜性评判；已填者必须正确。",
  "Whether the project maps the field; one that it never maps is not counted as missing": "项目是否映射该字段；从未映射的字段不计为缺失",

  // mapped_fields
  "One row per field of the entities that the project supplies.": "每行一个项目所提供输入数据的字段。",
  "Entity": "输入数据",
  "Field of the entity": "输入数据的字段",
  "What the field holds": "字段内容",
  "Whether the project maps it": "项目是否映射",
  "Accepted rows that have a value; NULL where it is not mapped": "已接受行中有值的行数；未映射时为 NULL",
  "Share of the accepted rows that have a value": "已接受行中有值的比例",

  // model_inputs
  "One row per table of staging or marts and entity that it rests on, straight or through other tables.":
    "每行一张预处理层或集市层的表及其直接或间接依据的输入数据。",
  "staging or marts": "预处理层（staging）或集市层（marts）",
  "Table": "数据表",
  "Entity that the project supplies": "项目提供的输入数据",
  "Rows of the entity that kept their contract": "通过数据约定的行数",
  "Date of its last event up to the as-of date; NULL for an entity without events": "截至截止日期的最近事件日期；不记录事件的输入为 NULL",

  // quality_scores
  "One row per group of customer files, and per field of them, with the quality of all its files together.":
    "每行一个客户档案分组或其字段，以及全部相应档案的质量。",
  "Groups are all files, and those of one kind, and source, owner or region where the project supplies these; the figures of a field are over the customers for whose kind it matters or is checked, if there are any. Score as in customer_quality, from the parts of the group; a field has no freshness. The points that a group costs are those by which the score of all files would rise if the group's missing values were filled, its wrong ones right, and its stale files fresh: over the groups of a dimension they add up to 100 less that score, over the fields to that without what stale files cost.":
    "分组为全部档案、同一类型的档案，以及项目已提供时同一来源、客户经理或区域的档案；字段的数字仅计其类型应有或须校验该字段的客户（如有）。得分同 customer_quality，由该组各部分得出；字段没有新鲜性。分组的失分为：补齐其缺失值、更正其错误值、更新其过期档案后，全部档案得分可提高的分数；同一维度各组之和为 100 减该得分，各字段之和为其中不含过期档案失分的部分。",
  "Customers with a file in the group, or for whom the field matters": "档案属该组或应有该字段的客户数",
  "Fields that matter and are supplied, over all files": "全部档案中应有且已提供的字段数",
  "Customers whose file is fresh or not: all, or none where no file has a date": "档案新鲜性可判断的客户数：全部，档案均无日期时为零",
  "Customers of these whose file is fresh": "其中档案新鲜的客户数",
  "Customers of these whose file is not fresh, or has no date": "其中档案不新鲜或无日期的客户数",
  "Customers whose file scores below the settings' poor_score": "档案得分低于设置 poor_score 的客户数",
  "Share of the files judged that are fresh": "可判断的档案中新鲜的比例",
  "Quality of the files": "档案质量",
  "Why a part or all of them are not known": "部分或全部未知的原因",
  "Points that missing values cost the score of all files": "缺失值在全部档案得分中的失分",
  "points": "分",
  "Points that wrong values cost it": "错误值的失分",
  "Points that stale files cost it": "过期档案的失分",
  "Points that all these cost it together": "以上各项失分合计",
  "Points of these beyond what as many files of the same kinds cost on average, below 0 if they cost less; a field has none":
    "超出同数量同类型档案平均失分的部分，低于平均时为负；字段没有",
  "Whether that is more than quality_notable_excess of that average": "超额是否超过平均失分的 quality_notable_excess 倍",

  // read_files
  "One row per input file and entity that it was read as.": "每行一个输入文件及其读作的输入数据。",
  "Entity that the file was read as": "文件读作的输入数据",
  "Input file, from the inputs folder": "输入文件，位于输入文件夹",
  "Rows in the file": "文件行数",
  "Rows that kept their contract": "通过数据约定的行数",
  "Rows refused, with their reasons in quarantine": "拒收行数，原因见隔离区",
  "Rows of these that only repeat the key of a row that was kept": "其中仅与已保留行编号重复的行数",
  "Other rows of these: what they say is in no figure": "其中其他行数：其内容未计入任何数字",
  "Values refused in rows that were accepted": "已接受行中被拒收的数值数",
  "values": "个数值",
  "Share of the rows that were accepted; NULL for a file without a row": "接受行的比例；空文件为 NULL",

  // read_totals
  "One row per run: what was read in all.": "每次运行一行：读取总数。",
  "Input files, each once for each entity that it was read as": "输入文件数，读作多项输入时分别计数",
  "Rows in them": "其行数",
  "Rows read as orders or transactions": "读作订单或交易流水的行数",
  "Rows of these that were refused and repeat no other: their revenue is in no figure, unless another row holds the same order":
    "其中被拒收且不与其他行重复的行数：其收入未计入任何数字，除非另一行含同一订单",
  "Rows of these that were refused for they repeat others: nothing is lost with them": "其中因与其他行重复而被拒收的行数：未损失任何内容",
  "Those lost by all rows read as orders or transactions": "损失行占读作订单或交易流水的全部行的比例",
  "Rows lost of orders or transactions whose amount can be read": "缺失的订单或交易行中金额可读出者",
  "Sum of these amounts, at the rate of the day where that can be read, else of the as-of date; NULL without any":
    "其金额合计，按当日汇率折算，日期无法读出时按截止日期；没有时为 NULL",
  "What they would have brought: the amounts of those in which these can be read, and the mean revenue of the orders and refunds that count for each other; an estimate, for a refused amount may be wrong; NULL where one cannot be read and no order counts":
    "其本应带来的收入：金额可读出者按自身金额，其余各行按有效订单与退款的平均收入；被拒收的金额可能有误，故为估计；有金额无法读出而没有有效订单时为 NULL",
  "Share of the rows that were accepted": "接受行的比例",

  // refusals
  "One row per input file, field and rule that rows or values of it broke.": "每行一个输入文件、字段及其行或数值违反的规则。",
  "What stood there stays in quarantine.": "原内容保留在隔离区。",
  "Input file": "输入文件",
  "What the rule cost: row, or value where the row could be kept": "规则的后果：拒收整行（row）；整行可保留时仅拒收数值（value）",
  "Field that broke the rule; \"whole row\" where the row could not be read": "违反规则的字段；整行无法读取时为“整行”（whole row）",
  "What the rule says, of the first row": "规则的说明，以首行为准",
  "Rows or values that broke it; a row may break several": "违反规则的行数或数值数；一行可能违反多条",
  "Number of the first row in the file": "文件中首行的行号",

  // refusals_by_rule
  "One row per rule that rows or values of the inputs broke, over all input files.": "每行一条输入数据的行或数值所违反的规则，合计全部输入文件。",
  "Rows or values that broke it; a row may break several rules": "违反规则的行数或数值数；一行可能违反多条规则",
  "Input files with such rows or values": "有此类行或数值的输入文件数",
  "Entity of the place with most of them": "最多之处的输入数据",
  "Input file of that place": "该处的输入文件",
  "Field of that place": "该处的字段",
  "What the rule says there, of the first row": "该处首行的规则说明",
  "Rows or values there that broke it": "该处违反规则的行数或数值数",
  "Number of the first row there": "该处首行的行号",
};
