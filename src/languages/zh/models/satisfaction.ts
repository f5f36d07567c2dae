import type { Texts } from "../../../lib/language.js";

/** What the tables of satisfaction say of themselves. */
export const satisfaction: Texts = {
  // net_promoter_scores
  "One row per window with an answer: the net promoter score of all who answered in it, with its standard error.": "每行一个有回答的时段：全部回答者的净推荐值及其标准误。",
  "NPS = share of promoters (9 and 10) less share of detractors (0 to 6), passives (7 and 8) between them, in points from -100 to 100 (Reichheld 2003). Its variance is that of an answer that counts 1, 0 or -1, by the number of answers: (1 - s)^2 P + s^2 N + (1 + s)^2 D, s = P - D. Of few answers that error says too little, of equal ones nothing; the interval is that of the score after 3/4 was added to promoters and detractors and 3 to the answers, which holds what it is for from few answers on (B. Rocks, The American Statistician 70, 2016). Who did not answer may think otherwise: the rate of answers stands beside it, of the forms sent in the window.":
    "NPS = 推荐者（9、10 分）占比减贬损者（0 至 6 分）占比，其间为被动者（7、8 分），-100 至 100 分（Reichheld，2003）。其方差为取值 1、0、-1 的回答的方差除以回答数：(1 - s)^2 P + s^2 N + (1 + s)^2 D，s = P - D。回答少时该误差偏小，回答全同时为 0；区间为推荐者与贬损者各加 3/4、回答数加 3 之后的得分区间，回答很少时亦可信（Rocks，2016）。未回答者可能另有看法：旁列本时段发出问卷的回答率。",
  "current: the analysis window up to the as-of date; prior: the window before it": "本期（current）：截至截止日期的分析期；上期（prior）：其前一期",
  "Answers to the question whether they would recommend us": "对“是否愿意推荐”的回答数",
  "answers": "份回答",
  "Those of 9 and 10": "其中 9、10 分",
  "Those of 7 and 8": "其中 7、8 分",
  "Those of 0 to 6": "其中 0 至 6 分",
  "Net promoter score": "净推荐值",
  "-100 to 100": "-100 至 100",
  "Forms sent in the window": "本时段发出的问卷数",
  "forms": "份问卷",
  "Those of them that were answered": "其中已回答者",
  "Share answered; NULL where no form has a date": "回答率；问卷均无日期时为 NULL",
  "Lower end of its interval of prediction.confidence by Wilson: of few forms the rate says little": "其置信度为 prediction.confidence 的威尔逊区间下限：问卷很少时，比率说明不了什么",
  "One row per window with an answer, the current one first: the net promoter score and the rate of answers.": "每行一个有回答的时段，本期在前：净推荐值与回答率。",
};
