import type { Texts } from "../../../lib/language.js";

/** What the tables of RFM say of themselves: grains, notes, meanings and units. */
export const rfm: Texts = {
  // rfm_agreements
  "One row per pair of schemes: how far they divide the customers alike.": "每行一对划分方案：两者划分客户的一致程度。",
  "The adjusted Rand index (Hubert and Arabie 1985) compares the pairs of customers that both schemes put together with those that would come together by chance: 1 where they agree, about 0 where only chance does. It is NULL where both schemes have but one group. Pairs are counted in both orders, which changes nothing.":
    "调整兰德指数（Hubert 与 Arabie，1985）将两种方案均归在一起的客户对与随机情况下会归在一起的客户对相比：1 为完全一致，约 0 为仅偶然一致。两种方案均只有一组时为 NULL。客户对按两种次序各计一次，不影响结果。",
  "class or segment": "八类（class）或命名细分（segment）",
  "cluster or segment": "聚类（cluster）或命名细分（segment）",
  "Customers that both divide": "两种方案均划分的客户数",
  "Agreement beyond chance": "超出随机的一致程度",
  "-1 to 1": "−1 至 1",
  "Share of customers in the commonest group of the one scheme within that of the other": "在另一方案的各组中，属于本方案最常见组的客户比例",

  // rfm_cells
  "One row per pair of a score for recency and a score for frequency, all 25 of them, for a heat map.":
    "每行一对最近购买评分与频次评分，共 25 对，用于热力图。",
  "A pair without customers has counts of 0 and no mean.": "没有客户的组合计数为 0，无均值。",
  "Score for recency": "最近购买评分",
  "Score for frequency": "频次评分",
  "Share of the customers scored": "占参评客户的比例",
  "Share of revenue; NULL where there is none in all": "收入占比；总收入为零时为 NULL",
  "Mean of M": "M 的均值",

  // rfm_cluster_evidence
  "One row per number of clusters tried: how good it is, and whether it was chosen.": "每行一个尝试的聚类数：优劣如何，是否选用。",
  "Customers are clustered by k-means on the standard scores of R, F and M, see rfm_measures. A number is sound if each cluster is large enough for a segment and random halves of the customers find the same clusters again. Two clusters mostly part large customers from the rest, so fewer than the useful number are chosen only where no other is sound. Of those left, the preferred number is chosen if its silhouette is close to the highest, else that with the highest, of equals that with the fewest clusters. Where none is sound there are no clusters.":
    "客户按 R、F、M 的标准分作 k 均值聚类，见 rfm_measures。各类规模足以构成客群、且随机半数客户能重现相同聚类时，该类数方为可靠。两类大多只是区分大客户与其余客户，因此仅在其他类数均不可靠时才选少于有效类数者。其余类数中，若优先类数的轮廓系数接近最高则选之，否则选最高者，相同时选类数最少者。均不可靠时不形成聚类。",
  "Number of clusters": "聚类数",
  "Sum of squared distances to the centroid of the cluster: the elbow curve": "到所属聚类中心的距离平方和：肘部曲线",
  "Share of the total sum of squares between the clusters": "类间平方和占总平方和的比例",
  "Mean silhouette width; NULL where the customers it is measured on miss a cluster": "平均轮廓系数；用于计算的客户缺少某一类时为 NULL",
  "Mean adjusted Rand index with the clusters of random halves; 1 where they are always the same": "与随机半数客户所得聚类的平均调整兰德指数；每次相同则为 1",
  "Customers that silhouette and stability were measured on": "用于计算轮廓系数与稳定性的客户数",
  "Share of customers in the smallest cluster": "最小一类的客户占比",
  "Whether this number was chosen; one is, or none": "是否选用该类数；至多选用一个",
  "Why it was chosen or not": "选用或不选用的原因",

  // rfm_cluster_members
  "One row per customer that is in a cluster; none where no number of clusters was chosen, see rfm_cluster_evidence.":
    "每行一位属于聚类的客户；未选用任何类数时没有任何行，见 rfm_cluster_evidence。",
  "Clusters are numbered by their means: 1 has the largest amount; where amounts are equal the most orders, then the latest. So the same customers always get the same numbers, in whatever order they come.":
    "聚类按均值编号：1 的金额最高；金额相同时取订单最多者，再取最近购买者。因此相同的客户无论输入次序如何，编号始终相同。",
  "Number of the cluster, from 1": "聚类编号，从 1 起",

  // rfm_centres
  "One row per cluster and measure: where the middle of the cluster lies, and how far from that of all customers.": "每行一个聚类与一个指标：聚类的中心，及其与全部客户中心的距离。",
  "The middle is the mean on the scale that clusters are formed on, see rfm_measures: of the measure, or of its logarithm sign(x) ln(1 + |x|) where it is skewed. Its distance from the mean of all in standard deviations of all, the mean of the standard scores of the cluster's customers, is the same unit for all three: it says what sets the cluster apart. Taken back to days, orders and money, the middle of a skewed measure is one that a few very large customers do not lift.":
    "中心为聚类所用尺度上的均值，见 rfm_measures：取指标本身，偏态时取其对数 sign(x) ln(1 + |x|)。中心与全部客户均值的距离以全部客户的标准差计，即该聚类客户标准分的均值，三个指标单位相同：由此可见聚类的特点。还原为天数、订单数与金额后，偏态指标的中心不受少数特大客户拉高。",
  "Customers of the cluster": "该聚类的客户数",
  "Whether the scale is that of the logarithm": "尺度是否为对数",
  "Mean of the measure as it is: days, orders or reporting currency": "指标原值的均值：天、单或报告货币",
  "Mean on the scale, taken back to days, orders or reporting currency": "该尺度上的均值，还原为天、单或报告货币",
  "Mean on the scale less that of all customers; NULL where all customers are equal": "该尺度上的均值减去全部客户的均值；全部客户相同时为 NULL",
  "standard deviations": "标准差",
  "the differences of all customers cancel out": "全部客户的差异相互抵消",

  // rfm_clusters
  "One row per cluster, from the one with the largest amounts on: its profile and name.": "每行一个聚类，金额最高者在前：其概况与名称。",
  "The name is that of the class that a customer at the cluster's centroid would have, see rfm_customers. The centroid is the mean on the scale that clusters are formed on, taken back to days, orders and money, see rfm_centres. Clusters of one class are told apart by their mean amount. Numbers and names follow from the centroids alone, so they keep their meaning from night to night as long as the groups of customers do; a run does not look at the one before.":
    "名称取聚类中心客户所属的类别，见 rfm_customers。中心为聚类所用尺度上的均值，还原为天数、订单数与金额，见 rfm_centres。同类别的聚类以平均金额区分。编号与名称仅由中心决定，只要客户分组不变，每次运行含义不变；运行不参考上一次结果。",
  "Name of the cluster": "聚类名称",
  "Class of its centroid": "中心所属类别",
  "Its name in Chinese": "其中文名称",
  "Decision segment of the class": "该类别的决策客群",
  "Mean of R": "R 的均值",
  "Median of R": "R 的中位数",
  "Mean of F": "F 的均值",
  "Median of F": "F 的中位数",
  "Median of M": "M 的中位数",

  // rfm_customers
  "One row per customer that is scored, with its place in each of the four schemes: segment, class, decision, cluster.":
    "每行一位参评客户及其在四种方案中的归属：命名细分、八类、决策客群、聚类。",
  "A score counts the cuts that the customer lies beyond, see rfm_cut_points: 1 plus those for frequency and amount, 5 less those for recency, so that 5 is best throughout. The segment is the first of the list that covers the three scores. The class compares each measure with its mean; better means strictly better, so that a customer at the mean counts as worse, and nobody orders often where all have ordered once.":
    "评分按客户越过的分位点计，见 rfm_cut_points：频次与金额为 1 加越过数，最近购买为 5 减越过数，因此 5 始终最优。命名细分取列表中首个覆盖三项评分者。类别以各指标与均值比较；优于指严格优于，恰等于均值者计为劣于，因此所有客户均只下一单时无人算作频繁。",
  "R: days from the last order to the as-of date": "R：最近一单距截止日期的天数",
  "F: orders in the window": "F：分析期内订单数",
  "M: revenue in the window, or that of an order on average, by setting": "M：分析期内收入或单均收入，依设置",
  "Score for amount": "金额评分",
  "The three scores in this order, as 345": "三项评分依次排列，如 345",
  "Whether the last order is later than the mean": "最近一单是否晚于均值",
  "Whether there are more orders than the mean": "订单数是否多于均值",
  "Whether the amount is larger than the mean": "金额是否高于均值",
  "One of the eight classes": "八类之一",
  "One of the five decision segments": "五个决策客群之一",
  "Number of its cluster, 1 having the largest amounts; NULL where there are no clusters": "所属聚类编号，1 的金额最高；无聚类时为 NULL",
  "Name of its cluster": "所属聚类名称",

  // rfm_cut_points
  "One row per cut between two scores: where on R, F and M it lies.": "每行一个评分之间的分位点：其在 R、F、M 上的位置。",
  "A bound is where the next score begins: the quantile (type 7 of Hyndman and Fan) plus one step of the measure: a day, an order, the last decimal place that amounts use. So it is in the R package rfm, where the step is always 1; here a shop that counts in cents gets the scores that it would get if it counted them as whole numbers. A quantile that falls between two values is moved by the same step: whoever lies less than a step beyond it still counts as below. Customers on a quantile stay together below the cut, so a quantile that many share leaves a score empty.":
    "界限为下一评分的起点：分位数（Hyndman 与 Fan 的第 7 类）加该指标的一个最小单位：一天、一单、金额所用的末位小数。R 语言包 rfm 亦如此，其单位恒为 1；此处以分计价的商店所得评分与按整数计价时相同。落在两个数值之间的分位数同样移动一个单位：超出不足一个单位者仍计为以下。恰在分位数上的客户同归界限以下，因此众多客户共有的分位数会使某一评分空缺。",
  "1 to 4, in ascending order of the values": "1 至 4，按数值由小到大",
  "Share of customers up to the quantile": "至该分位数的客户占比",
  "Quantile of R": "R 的分位数",
  "Quantile of F": "F 的分位数",
  "Quantile of M": "M 的分位数",
  "Smallest decimal place that amounts use": "金额所用的最小小数位",
  "R from which on the score for recency is 5 - cut at most, by setting or quantile": "R 达到此值起，最近购买评分至多为 5 − cut，依设置或分位数",
  "F from which on the score for frequency is cut + 1 at least": "F 达到此值起，频次评分至少为 cut + 1",
  "M from which on the score for amount is cut + 1 at least": "M 达到此值起，金额评分至少为 cut + 1",

  // rfm_groups
  "One row per scheme and group: named segments, the eight classes, the five decision segments, the clusters.":
    "每行一个方案与分组：命名细分、八类、五个决策客群、聚类。",
  "Each scheme divides all customers that are scored; a group without customers has counts of 0 and no means.":
    "每种方案划分全部参评客户；没有客户的分组计数为 0，无均值。",
  "segment, class, decision or cluster": "命名细分（segment）、八类（class）、决策客群（decision）或聚类（cluster）",
  "Place of the group in its scheme, from 1": "分组在方案中的位次，从 1 起",
  "Name of the group": "分组名称",
  "Its name in Chinese, where it has one": "其中文名称（如有）",
  "What to do for its customers": "对该组客户的应对措施",

  // rfm_headlines
  "One row per run: the customers that matter most, and those that matter and stay away.": "每次运行一行：最重要的客户，以及重要却疏远的客户。",
  "Decision segment of customers that are better on each of R, F and M": "R、F、M 均优于均值的决策客群",
  "Its customers": "其客户数",
  "Its revenue": "其收入",
  "Named segment of the score 555": "评分 555 的命名细分",
  "Customers with a larger amount than the mean and no later order than the mean": "金额高于均值而最近一单不晚于均值的客户数",
  "Customers whose last order is later than the mean": "最近一单晚于均值的客户数",
  "Customers with more orders than the mean": "订单数多于均值的客户数",
  "Customers with a larger amount than the mean": "金额高于均值的客户数",

  // rfm_measures
  "One row per measure that customers are clustered by.": "每行一个聚类所用的指标。",
  "Clusters are formed in standard scores, of the logarithm sign(x) ln(1 + |x|) where the measure is skewed; refunds make amounts negative, which it bears.":
    "聚类采用标准分；指标偏态时取对数 sign(x) ln(1 + |x|)；退款可使金额为负，该变换同样适用。",
  "recency, frequency or monetary": "最近购买（recency）、频次（frequency）或金额（monetary）",
  "Standard deviation of the measure as it is, with n - 1: days, orders or reporting currency": "指标原值的标准差，除以 n − 1：单位为天、单或报告货币",
  "Mean of what clusters are formed of: the measure or its logarithm": "聚类所用数值（指标或其对数）的均值",
  "Standard deviation of that, with n - 1; 0 where all customers are equal": "该数值的标准差，除以 n − 1；全部客户相同时为 0",
  "Skewness of the measure as it is, m3 / m2^1.5": "指标原值的偏度，m3 ÷ m2^1.5",
  "Whether clusters are formed of its logarithm": "聚类是否取其对数",

  // rfm_overlaps
  "One row per pair of groups of two schemes that have customers in common: how classes, segments and clusters overlap.":
    "每行一对有共同客户的两种方案的分组：八类、命名细分与聚类如何重叠。",
  "Group of the scheme": "该方案的分组",
  "Group of the other scheme": "另一方案的分组",
  "Customers in both": "同属两者的客户数",
  "Share of the customers of the one that are also in the other": "前者的客户中同属后者的比例",
  "Share of the customers of the other that are also in the one": "后者的客户中同属前者的比例",

  // rfm_scores
  "One row per measure and score: who has it, and from where to where it reaches.": "每行一个指标与评分：客户数及其取值范围。",
  "A score that no customer has, because too many are equal, has a count of 0 and no reach.": "因数值相同者过多而没有客户的评分，计数为 0，无取值范围。",
  "Lowest value of the measure among them: days, orders or reporting currency": "其中该指标的最小值：天、单或报告货币",
  "Highest value of the measure among them: days, orders or reporting currency": "其中该指标的最大值：天、单或报告货币",

  // rfm_totals
  "One row per run: all customers that are scored, together.": "每次运行一行：全部参评客户合计。",
  "Sum of R": "R 之和",
  "Sum of M": "M 之和",

  // rfm_values
  "One row per customer that is scored: with an order in the window of RFM, which is all of history unless set.":
    "每行一位参评客户：在 RFM 分析期内有订单，未设定时分析期为全部历史。",
  "Refunds lower revenue and are no orders, so amounts can be negative.": "退款冲减收入而不计为订单，因此金额可能为负。",
};
