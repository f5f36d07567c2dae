import { day } from "./calendar.js";
import { Random } from "./random.js";

export const CATEGORIES = ["Tea", "Coffee", "Teaware", "Coffee ware", "Machines & grinders", "Gift sets"] as const;
export type Category = (typeof CATEGORIES)[number];

export interface Product {
  id: string;
  name: string;
  category: Category;
  subcategory: string;
  /** EUR, on the last day. */
  price: number;
  cost: number;
  popularity: number;
  /** First day it is sold. */
  since: number;
  /** Times as many complaints as usual. */
  faulty: number;
}

/** "name:price" by subcategory; the share of the price that the goods cost. */
const RANGES: Record<Category, { costShare: number; ranges: Record<string, string> }> = {
  Tea: {
    costShare: 0.4,
    ranges: {
      "Black tea": "Assam Harmutty 250 g:19, Darjeeling First Flush 100 g:27, Earl Grey Superior 250 g:17, Ceylon Uva 250 g:16, East Frisian Blend 500 g:21, Keemun Hao Ya 100 g:29, Lapsang Souchong 100 g:18, English Breakfast 100 bags:15",
      "Green tea": "Sencha Asatsuyu 100 g:24, Gyokuro Okabe 50 g:34, Longjing Pre-Qingming 100 g:48, Jasmine Pearls 100 g:31, Gunpowder Temple 250 g:14, Matcha Uji 40 g:36, Genmaicha 200 g:17",
      "Oolong & white": "Tieguanyin 100 g:32, Milk Oolong 100 g:26, Da Hong Pao 50 g:44, Bai Mudan 100 g:28, Silver Needle 50 g:39",
      "Herbal": "Rooibos Crème Caramel 250 g:14, Chamomile Blossom 100 g:12, Peppermint Nana 100 g:11, Mountain Herbs 150 g:13, Fruit Infusion Élysée 250 g:14, Verbena 60 g:12, Ginger & Lemon 40 bags:10",
      "Pu-erh": "Pu-erh Cake 357 g:62, Pu-erh Mini Tuocha 100 g:24, Aged Liu Bao 100 g:37",
    },
  },
  Coffee: {
    costShare: 0.5,
    ranges: {
      "Espresso": "Espresso Hafenröster 1 kg:29, Espresso Classico 1 kg:26, Espresso Nero 500 g:16, Espresso Decaf 500 g:18, Espresso Organic 1 kg:33, Espresso Bar Blend 3 kg:72",
      "Filter": "Colombia Huila 500 g:19, Ethiopia Yirgacheffe 500 g:22, Kenya AA Nyeri 250 g:16, Guatemala Antigua 500 g:20, House Filter 1 kg:24, Brazil Cerrado 1 kg:25, Decaf Filter 500 g:18, Office Blend 2.5 kg:52",
      "Single origin": "Panama Geisha 100 g:42, Jamaica Blue Ridge 200 g:58, Yunnan Baoshan 250 g:21, Sumatra Gayo 500 g:23, Rwanda Nyungwe 250 g:17, Costa Rica Tarrazú 250 g:18",
      "Capsules & instant": "Capsules Lungo 100 pcs:39, Capsules Ristretto 100 pcs:39, Capsules Decaf 50 pcs:21, Cold Brew Bags 10 pcs:17, Instant Gold 200 g:14",
    },
  },
  Teaware: {
    costShare: 0.44,
    ranges: {
      "Pots": "Cast Iron Pot 0.8 l:79, Cast Iron Pot 1.2 l:98, Porcelain Pot Halligen 1 l:64, Glass Pot with Strainer 1 l:36, Yixing Pot 180 ml:145, Kyusu 300 ml:58, Teapot Stand 6\" beech:19",
      "Cups": "Gongfu Cup Set of 6:42, Matcha Bowl Raku:54, Porcelain Cup Pair:32, Travel Mug 400 ml:29, Gaiwan Celadon:34",
      "Accessories": "Bamboo Whisk:16, Tea Tray Walnut 14\":96, Tea Strainer Fine:12, Tea Caddy 200 g:18, Electronic Tea Timer:17, Tea Filters 100 pcs:7",
    },
  },
  "Coffee ware": {
    costShare: 0.5,
    ranges: {
      "Brewers": "Pour-Over Dripper 02:27, Pour-Over Set Oak:69, French Press 1 l:44, Moka Pot 6 cups:39, Cold Brew Tower 24\":189, Siphon Brewer 5 cups:112, Vacuum Press Travel:38",
      "Barista tools": "Gooseneck Kettle 12\":92, Gooseneck Kettle Electric:138, Barista Scale:64, Milk Jug 0.6 l:24, Tamper 58 mm:42, Knock Box:29, Thermometer Clip:14",
      "Cups & filters": "Cappuccino Cups Set of 6:48, Espresso Cups Set of 6:36, Paper Filters 400 pcs:16, Glass Server 0.6 l:28",
    },
  },
  "Machines & grinders": {
    costShare: 0.6,
    ranges: {
      "Grinders": "Hand Grinder Pinta:119, Brenner Grinder B40:189, Brenner Grinder B60:279, Brenner Grinder B80 Pro:449, Shop Grinder Titan:980",
      "Machines": "Filter Machine Fjord:239, Espresso Machine Uno:520, Espresso Machine Duo:1240, Batch Brewer 5 l:690, Milk Frother Steam:129",
      "Spare parts": "Burr Set Brenner:49, Descaler 1 l:14",
    },
  },
  "Gift sets": {
    costShare: 0.45,
    ranges: {
      "Tea gifts": "Advent Calendar Tea:49, Tea Discovery Box:38, Tea Ceremony Set:129, Matcha Starter Set:79, New Year Tea Chest:98",
      "Coffee gifts": "Advent Calendar Coffee:54, Coffee Discovery Box:42, Barista Starter Set:119, Subscription Card 3 months:89",
      "Mixed gifts": "Harbour Hamper Small:65, Harbour Hamper Grand:149, Pine Gift Tin:29",
    },
  },
};

/** Products that came late: a cheaper mix at the top of the range. */
const LATE: Record<string, string> = { "Office Blend 2.5 kg": "2023-09-01", "Capsules Decaf 50 pcs": "2024-02-01", "Brenner Grinder B80 Pro": "2023-03-01", "New Year Tea Chest": "2023-10-01" };

export const PRODUCTS: readonly Product[] = CATEGORIES.flatMap((category, number) => {
  const random = new Random(`catalogue ${category}`);
  let next = 100 * (number + 1);
  return Object.entries(RANGES[category].ranges).flatMap(([subcategory, list]) =>
    list.split(", ").map((entry): Product => {
      const colon = entry.lastIndexOf(":");
      const name = entry.slice(0, colon);
      const price = Number(entry.slice(colon + 1)) - (Number(entry.slice(colon + 1)) < 60 ? 0.1 : 0);
      const costShare = RANGES[category].costShare * random.between(0.9, 1.1);
      const prefix = category.slice(0, 3).toUpperCase();
      return {
        id: `${prefix}-${++next}`, name, category, subcategory, price,
        cost: Math.round(price * costShare * 100) / 100,
        popularity: random.gamma(1.6, 1),
        since: day(LATE[name] ?? "2020-01-01"),
        faulty: name.startsWith("Brenner") ? 6 : category === "Machines & grinders" ? 2 : 1,
      };
    }),
  );
});
