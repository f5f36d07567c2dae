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

  // points, clusters kept from night to night, schemes, judgements and loyalty
  "Number of the cluster": "聚类编号",
  "Customers nearest to it": "距其最近的客户数",
  "Mean of the standard scores of recency": "最近购买标准分的均值",
  "Mean of the standard scores of orders": "订单数标准分的均值",
  "Mean of the standard scores of the amount": "金额标准分的均值",
  "Whether it has no counterpart in the last run; NULL where there was none to compare with": "在上次运行中是否没有对应聚类；没有可比的上次运行时为 NULL",
  "What R, F and M are, by setting: the window and the amount": "R、F、M 的口径（依设置）：分析期与金额",
  "How far its middle is from that of its counterpart; NULL for a new one": "其中心与对应聚类中心的距离；新聚类为 NULL",
  "Highest number given to a cluster, to this day": "迄今用过的最大聚类编号",
  "That taken back to the measure: R": "还原为指标值：R",
  "One row per cluster of the number chosen, see rfm_cluster_evidence: where its middle lies, and the number it goes by.": "每行一个所选类数下的聚类：其中心所在及编号。",
  "The middle is the mean on the scale that clusters are formed on, see rfm_measures, where a customer belongs to the nearest. So that a number keeps its meaning from night to night, each cluster takes that of the cluster of the last run whose middle is nearest in standard deviations: the pairing of the least total distance, in which no pair lies further apart than the setting allows. A cluster without a counterpart is new and takes the next number that was never given. Where there is no last run, or R, F and M were something else in it, clusters are numbered by their middles: 1 has the largest amount; of equals the most orders, then the latest. A night without any clusters begins anew, too.": "中心为聚类所用尺度上的均值，见 rfm_measures；客户归入最近者。为使编号逐日含义不变，各聚类沿用上次运行中以标准差计中心最近者的编号：取总距离最小的配对，且任一对的距离不超过设置的上限。无对应者为新聚类，取从未用过的下一个编号。没有上次运行，或其 R、F、M 口径不同时，按中心编号：1 的金额最高；相同时取订单最多者，再取最近购买者。某晚未形成聚类，则重新编号。",
  "How far its middle has moved; NULL for one that is new or gone": "中心移动的距离；新增或消失者为 NULL",
  "kept, new or gone": "kept 沿用、new 新增或 gone 消失",
  "No row where there was none to compare with, see rfm_centroids.": "没有可比的上次运行时没有任何行，见 rfm_centroids。",
  "One row per cluster of this run and of the last one that clusters were compared with: kept, new or gone.": "每行一个本次运行或与之比较的上次运行的聚类：沿用、新增或消失。",
  "Customers that the number was tried on": "试算该类数所用的客户数",
  "Sum of their squared distances to the centroid of the cluster: the elbow curve": "其到所属聚类中心的距离平方和：肘部曲线",
  "Customers are clustered by k-means on the standard scores of R, F and M, see rfm_measures; where there are very many, numbers are compared on a part of them, drawn with the seed. A number is sound if each cluster is large enough for a segment and random halves of the customers find the same clusters again. Two clusters mostly part large customers from the rest, so fewer than the useful number are chosen only where no other is sound. Of those left, the preferred number is chosen if its silhouette is close to the highest, else that with the highest, of equals that with the fewest clusters. Where none is sound there are no clusters.": "客户按 R、F、M 的标准分作 k 均值聚类，见 rfm_measures；客户极多时，用种子抽取部分客户比较各类数。各类规模足以构成客群、且随机半数客户能重现相同聚类时，该类数方为可靠。两类大多只是区分大客户与其余客户，因此仅在其他类数均不可靠时才选少于有效类数者。其余类数中，若优先类数的轮廓系数接近最高则选之，否则选最高者，相同时选类数最少者。均不可靠时不形成聚类。",
  "A customer is in the cluster of its point, see rfm_cluster_points.": "客户归入其所在点的聚类，见 rfm_cluster_points。",
  "It is that of the nearest centroid by the standard scores of R, F and M, see rfm_centroids; of two as near the one with the lower number.": "取按 R、F、M 标准分距离最近的中心所属聚类，见 rfm_centroids；两者同近时取编号较小者。",
  "One row per point that customers lie on, see rfm_points, where there are clusters: the cluster it belongs to.": "形成聚类时，每行一个客户所在的点（见 rfm_points）：其所属聚类。",
  "One row per cluster: its profile and name.": "每行一个聚类：其概况与名称。",
  "The name is that of the class that a customer at the cluster's centroid would have, see rfm_customers. The centroid is the mean on the scale that clusters are formed on, taken back to days, orders and money, see rfm_centres. Clusters of one class are told apart by their mean amount. Numbers keep their meaning from night to night, see rfm_centroids; a name changes where the cluster does.": "名称取位于聚类中心的客户所属的八类之一，见 rfm_customers。中心为聚类所用尺度上的均值，还原为天数、订单数与金额，见 rfm_centres。同属一类的聚类以平均金额区分。编号逐日含义不变，见 rfm_centroids；聚类变化时名称随之变化。",
  "Who judges; all: of all together": "判断人；all 为综合",
  "Experts in it": "其中的专家数",
  "experts": "位专家",
  "What it judges": "被判断的指标",
  "Weight of the number of orders": "订单数权重",
  "What the others imply": "由其余判断推得的值",
  "Whether it is the row of all together": "是否为综合行",
  "Whether CR is below the limit of the settings": "CR 是否低于设置的上限",
  "Whose it is": "判断人",
  "1/9 to 9": "1/9 至 9",
  "Its value, how many times as important the first is": "其值：前者重要程度的倍数",
  "Largest eigenvalue; 3 where nothing contradicts": "最大特征值；无矛盾时为 3",
  "Value of the scale nearest to it with which CR would be below the limit; that with the lowest CR where none is": "使 CR 低于上限的最接近的标度值；没有时取 CR 最低者",
  "CR with that value": "取该值时的 CR",
  "Weight of the amount": "金额权重",
  "File and line of the judgement that contradicts the others most": "与其余判断矛盾最大者所在的文件与行",
  "Random index of three measures, by the table of the settings": "三项指标的随机一致性指标，依设置所选的表",
  "Weight of recency": "最近购买权重",
  "What it compares with": "与之比较的指标",
  "One row per expert, and one of all together, where judgements are supplied: the weights that follow and how far the judgements contradict each other.": "提供判断时，每行一位专家，另有一行为综合：所得权重及判断的矛盾程度。",
  "The analytic hierarchy process (层次分析法): T. L. Saaty 1980. Judgements of several experts are combined by their geometric mean (Aczél and Saaty 1983), the weights are the principal right eigenvector, CI = (lambda max - n) / (n - 1), CR = CI / random index. Only experts whose judgements are complete and right count; while one is not, there is no row of all together. The judgement that contradicts the others most is that of the pair furthest from the ratio of the weights; of all together, that of the expert who is furthest from it.": "层次分析法（T. L. Saaty，1980）。多位专家的判断以几何平均合并（Aczél 与 Saaty，1983），权重为主右特征向量，CI =（λmax − n）/（n − 1），CR = CI / 随机一致性指标。仅采用判断完整且无误的专家；有一位不符时没有综合行。与其余判断矛盾最大者，为与权重之比相差最远的一对；综合行中取其中相差最远的专家的判断。",
  "Number of its cluster, see rfm_centroids; NULL where there are no clusters": "所属聚类的编号，见 rfm_centroids；未形成聚类时为 NULL",
  "Named segment of the scheme that customers are shown by": "所用方案中的命名细分",
  "A score counts the cuts that the customer lies beyond, see rfm_cut_points: 1 plus those for frequency and amount, 5 less those for recency, so that 5 is best throughout. The segment is that of the scheme shown, see rfm_segment_triples. The class compares each measure with its mean; better means strictly better, so that a customer at the mean counts as worse, and nobody orders often where all have ordered once.": "评分按客户越过的分界点计，见 rfm_cut_points：频次与金额为 1 加越过的个数，最近购买为 5 减越过的个数，因此 5 分均为最优。细分取所用方案者，见 rfm_segment_triples。八类将各指标与均值比较；须严格优于均值，等于均值视为较差，因此人人只购一次时无人算频繁。",
  "One row per scheme and group: the named segments that customers are shown by, the eight classes, the five decision segments, the clusters.": "每行一种方案中的一组：所用的命名细分、八类客户、五类决策客群、聚类。",
  "recency or frequency; NULL where it is not known what is judged": "recency 或 frequency；不知所判断者时为 NULL",
  "How many times as important the first is as the second; NULL where it cannot be used": "前者重要程度为后者的倍数；无法采用时为 NULL",
  "frequency or monetary; NULL where it is not known what is judged": "frequency 或 monetary；不知所判断者时为 NULL",
  "A judgement written the other way round is its reciprocal. What is wrong with a judgement is said of it; such a judgement, and all of its expert, is not used, and pipeline/checks/judgements_unusable.sql stops the run.": "次序相反的判断取其倒数。判断有误时予以说明；该判断及该专家的全部判断均不采用，并由 pipeline/checks/judgements_unusable.sql 中止运行。",
  "One row per judgement of an expert on two measures of RFM, the one that stands first in recency, frequency, amount first.": "每行一位专家对 RFM 两项指标的一次判断，按最近购买、频次、金额的次序，居前者在前。",
  "Rank by it, from 1; equal scores share the best rank": "按得分排名，从 1 起；同分取最优名次",
  "Loyalty score": "忠诚度得分",
  "One row per customer that is scored: its loyalty score (客户忠诚度) and rank.": "每行一位参评客户：其忠诚度得分与名次。",
  "The score is the weighted sum of the standard scores of recency, reversed, orders and amount: z = (x - mean) / standard deviation, with n - 1, of the customers scored; the weights are those of rfm_weights. What all agree in counts nothing.": "得分为最近购买（取反）、订单数与金额标准分的加权和：z =（x − 均值）/ 标准差（n − 1），就全体参评客户计；权重见 rfm_weights。人人相同的指标不计分。",
  "Groups with customers": "有客户的组数",
  "class or decision": "八类（class）或决策客群（decision）",
  "Kendall's tau-b; NULL where all are in one group or at one rank": "Kendall τ-b；全部同组或同名次时为 NULL",
  "Kendall's tau-b (1945) of the customers' ranks by loyalty and the places of their groups, best first, as the settings list them: 1 the same order, 0 no relation, -1 the reverse. Ties, of which a few groups make many, are taken out of both.": "客户忠诚度名次与其所在组位次（依设置所列，优者在前）的 Kendall τ-b（1945）：1 为次序相同，0 为无关，−1 为相反。组数少会造成大量并列，两侧均已剔除。",
  "One row per scheme whose groups have an order, classes and decision segments: how far the ranking by loyalty agrees with it.": "每行一种各组有次序的方案，即八类与决策客群：忠诚度排名与其一致的程度。",
  "Customers on the point": "该点的客户数",
  "Clusters and rankings are computed from points and their weights, so that no identifier of a customer leaves SQL for it. M is in double precision, as numerics take it.": "聚类与排名由点及其权重算出，因此客户标识无需离开 SQL。M 取双精度，与数值计算一致。",
  "One row per point that customers lie on: those with the same R, F and M are one, for no analysis tells them apart.": "每行一个客户所在的点：R、F、M 相同者为一点，任何分析都无法区分。",
  "Whether the scheme is the one that customers are shown by": "是否为所用方案",
  "Place of the segment in its scheme, from 1": "细分在方案中的位次，从 1 起",
  "Scheme of named segments": "命名细分的方案",
  "Triples of scores that belong to it, of 125": "归入其中的评分组合数，共 125 种",
  "Each scheme divides all customers that are scored; a segment without customers has counts of 0 and no means.": "每种方案划分全部参评客户；没有客户的细分计数为 0，无均值。",
  "One row per scheme of named segments and segment: its customers and figures.": "每行一个命名方案中的一个细分：其客户与数字。",
  "It is the first of the scheme's list that covers the three scores.": "取方案列表中首个覆盖三项评分者。",
  "One row per scheme of named segments and triple of scores, all 125 of them: the segment that it belongs to.": "每行一种方案与一种评分组合（共 125 种）：其所属细分。",
  "Change of the weight; 0.1: a tenth more": "权重的变动；0.1 即增加一成",
  "Customers that it is measured on": "用于计算的客户数",
  "Kendall's tau-b of the rankings before and after; NULL where all are at one rank": "变动前后排名的 Kendall τ-b；全部同名次时为 NULL",
  "Customers at the head of the ranking, those with the score of the last of them too": "排名前列的客户数，含与末位同分者",
  "Of them, how many stay there": "其中仍居前列的客户数",
  "Weight after it": "变动后的权重",
  "One row per measure and change of its weight tried: what becomes of the ranking by loyalty.": "每行一项指标的一种权重变动：忠诚度排名随之如何变化。",
  "The other weights give or take in proportion, so that the three still add up to 1.": "其余权重按比例增减，三者之和仍为 1。",
  "Weight at which the first other customer comes among them, as it falls; NULL where even 0 changes nothing": "权重降低时首次有其他客户进入前列的取值；降至 0 仍无变化时为 NULL",
  "Weight at which the first other customer comes among them, as it rises; NULL where even 1 changes nothing": "权重升高时首次有其他客户进入前列的取值；升至 1 仍无变化时为 NULL",
  "Weight in the loyalty score": "在忠诚度得分中的权重",
  "One row per measure: how far its weight can fall and rise before other customers are at the head of the ranking by loyalty.": "每行一项指标：在忠诚度排名前列换人之前，其权重可降低与升高的程度。",
  "judgements or settings": "judgements 判断或 settings 设置",
  "Weight in the loyalty score; the three add up to 1": "在忠诚度得分中的权重；三者之和为 1",
  "One row per measure of RFM: its weight in the loyalty score.": "每行一项 RFM 指标：在忠诚度得分中的权重。",
  "Where the project supplies judgements of experts the weights follow from them, see rfm_consistency; else they are those of the settings.": "项目提供专家判断时权重由其得出，见 rfm_consistency；否则取设置中的权重。",
  "a weight is a share": "权重为占比",
  "File and line of the judgement": "判断所在的文件与行",
  "File of the judgement": "判断所在的文件",
  "Who judges": "判断人",
};
