import type { Texts } from "../../../lib/language.js";

/** What the data of satisfaction says: the questions of a survey, actions, how dissatisfaction ended. */
export const satisfaction: Texts = {
  // contract of surveys
  "Net promoter score, satisfaction, response rate, delivered value and its drivers, the loyalty matrix": "净推荐值（NPS）、满意度、回答率、让渡价值及其驱动因素、忠诚度矩阵",
  "product value": "产品价值",
  "service value": "服务价值",
  "people value": "人员价值",
  "image value": "形象价值",
  "money cost": "货币成本",
  "time cost": "时间成本",
  "energy cost": "体力成本",
  "psychic cost": "精神成本",
  "Value of the goods: quality, range, reliability": "产品价值：质量、品种、可靠性",
  "Value of the service: delivery, advice, repair": "服务价值：配送、咨询、维修",
  "Value of the people: competence, courtesy": "人员价值：能力、礼貌",
  "Value of the name and its image": "品牌及其形象的价值",
  "Burden of the price and all that is paid besides": "价格及其他支付的负担",
  "Burden of the time that it takes": "所花时间的负担",
  "Burden of the effort that it takes": "所费体力的负担",
  "Burden of worry and annoyance": "担忧与烦恼的负担",
  // attitude and behaviour
  "favourable": "态度积极",
  "unfavourable": "态度不积极",
  "regularly": "经常购买",
  "seldom": "很少购买或不再购买",
  // what to do
  "Thank them, ask them for referrals, and let no complaint of theirs wait": "致谢并请其转介绍，其投诉一刻不拖延",
  "Find out what keeps them from buying more often, and take it away": "查明其未能多买的原因并加以消除",
  "They stay from habit or for want of a choice: mend what they do not like before a rival calls": "因习惯或别无选择而留下：在对手上门之前改进其不满之处",
  "Win back where the value is worth it; no cost beyond that": "价值足够者予以挽回，其余不再投入",
  "Ask them how they feel, the most valuable first": "询问其感受，价值高者优先",
  // how it ended
  "better answer": "给出较好的回答",
  "complaint resolved": "投诉已解决",
  // what complaints are about
  "late delivery": "送货迟到",
  "faulty article": "商品故障",
  "wrong article": "发错商品",
  "damaged in transit": "运输破损",
  "rude treatment": "态度恶劣",
  "quality of goods": "商品质量",
  "invoice": "发票",
};
