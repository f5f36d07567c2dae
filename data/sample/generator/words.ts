/** Words that names of persons and companies are made of, by language. All persons and companies are invented. */

export type Language = "de" | "nl" | "sv" | "en" | "fr" | "it" | "es" | "zh";
export type Industry = "Hospitality" | "Food service" | "Retail" | "Offices" | "Wholesale" | "Healthcare";

interface Words {
  female: string[];
  male: string[];
  family: string[];
  /** Proper parts of company names. */
  stems: string[];
  /** What stands around the stem, by industry. */
  firms: Record<Industry, string[]>;
  legal: string[];
  streets: string[];
}

const split = (words: string) => words.split(" ");
const phrases = (words: string) => words.split(", ");

export const WORDS: Record<Language, Words> = {
  de: {
    female: split("Anna Lena Katrin Sabine Julia Petra Jana Monika Heike Ulrike Franziska Birgit Claudia Johanna Greta Käthe Clara Frieda"),
    male: split("Jürgen Thomas Michael Stefan Andreas Markus Jens Lukas Jörg Felix Matthias Holger Björn Sebastian Paul Götz Anton Emil"),
    family: split("Müller Schröder Hoffmann Krüger Köhler Weiß Jäger Böhm Lorenz Brandt Voß Peters Petersen Hansen Sommer Vogt Günther Lindner Förster Kühn Winter Seidel Pohl Busch Bergmann Thiel Engel Arnold Lüders Claussen Rademacher Steinhoff"),
    stems: split("Alster Linde Anker Seeblick Rosengarten Steinbock Krone Adler Hansa Nordlicht Mühlbach Falken Kastanien Waldhorn Sonnenhof Eichen Silberquell Morgenrot Turmhof Kranich Distel Bernstein Amsel Weißdorn Uferhaus Speicher"),
    firms: {
      Hospitality: phrases("Hotel {}, Gasthof {}, {} Hotels, Pension {}"), "Food service": phrases("Café {}, Rösterei {}, Bistro {}, Restaurant {}"),
      Retail: phrases("Teehaus {}, {} Feinkost, {} Kontor, Kaufhaus {}"), Offices: phrases("{} Ingenieure, {} Consulting, Kanzlei {}, {} Software"),
      Wholesale: phrases("{} Großhandel, {} Vertrieb, {} Handels"), Healthcare: phrases("Klinik {}, Praxis {}"),
    },
    legal: phrases("GmbH, GmbH, GmbH & Co. KG, AG, e.K."),
    streets: phrases("Hauptstraße, Lindenallee, Am Markt, Bahnhofstraße, Mühlenweg, Königstraße, Große Bleiche, Schulstraße, Bürgerplatz"),
  },
  nl: {
    female: split("Sanne Femke Anouk Marieke Lotte Ingrid Eva Noor Mirjam Saskia Roos Tess"),
    male: split("Daan Sander Bram Jeroen Pieter Ruben Maarten Joost Thijs Wouter Koen Bas"),
    family: phrases("de Vries, Jansen, van den Berg, Bakker, Visser, Smit, Meijer, Mulder, de Groot, Bos, Vos, Peeters, Hendriks, van Leeuwen, Dekker, Brouwer, Maes, Claes, Willems, Dubois, Schoonhoven, Kuipers"),
    stems: split("Gracht Molen Tulp Anker Reiger Zilver Duin Brug Wilg Kade Haring Polder Linde Zwaan Kompas Schelde Klaver Horizon Sluis Uilen"),
    firms: {
      Hospitality: phrases("Hotel {}, {} Hotels, Herberg {}"), "Food service": phrases("Café {}, Koffiebar {}, Brasserie {}, Eethuis {}"),
      Retail: phrases("Theehuis {}, {} Delicatessen, Winkel {}"), Offices: phrases("{} Advies, {} Architecten, {} Logistiek"),
      Wholesale: phrases("{} Groothandel, {} Distributie, {} Import"), Healthcare: phrases("Zorghuis {}"),
    },
    legal: phrases("B.V., B.V., N.V., V.O.F."),
    streets: phrases("Kerkstraat, Dorpsstraat, Prinsengracht, Molenweg, Stationsweg, Havenkade, Julianalaan"),
  },
  sv: {
    female: split("Astrid Elsa Freja Ingrid Linnéa Maja Saga Ebba Karin Åsa Signe Annika"),
    male: split("Erik Lars Nils Gustav Anders Björn Oskar Håkan Mikkel Søren Jussi Magnus"),
    family: split("Andersson Johansson Lindqvist Nyström Sjöberg Åkesson Holm Lund Bergström Ekström Hansen Nielsen Jørgensen Dahl Virtanen Korhonen Söderlund Wallin Hedlund Öberg Forsberg Björk"),
    stems: split("Nordlys Fjäll Björk Sjö Älv Måne Skog Havre Kust Norrsken Ladugård Hamn Lärka Tall Sten Ö Vinter Ljung Kvarn Segel"),
    firms: {
      Hospitality: phrases("Hotell {}, {} Hotell, Värdshus {}"), "Food service": phrases("Kafé {}, {} Rosteri, {} Bageri"),
      Retail: phrases("Tebutik {}, {} Saluhall, {} Handel"), Offices: phrases("{} Konsult, {} Arkitekter, {} Teknik"),
      Wholesale: phrases("{} Grossist, {} Distribution, {} Import"), Healthcare: phrases("{} Vård"),
    },
    legal: phrases("AB, AB, AB, ApS, Oy, HB"),
    streets: phrases("Storgatan, Kungsgatan, Järnvägsgatan, Skolgatan, Hamngatan, Björkvägen"),
  },
  en: {
    female: split("Emily Charlotte Olivia Grace Hannah Siobhan Niamh Fiona Lucy Alice Margaret Rowan"),
    male: split("James Oliver Harry Callum Declan Rhys Angus George Arthur Sean Edmund Thomas"),
    family: split("Whitfield Hughes Carter Bennett Fletcher Murray O'Brien Doyle Kavanagh Fraser Lennox Pritchard Ashworth Holloway Marsh Turner Cole Barrow Sinclair Byrne Thornton Wexford"),
    stems: split("Harrow Thistle Kestrel Foxglove Bramble Heron Larkspur Oak Copper Tidewater Juniper Millstone Rowan Lantern Seven Highfield Northgate Wren Moorland Saltmarsh"),
    firms: {
      Hospitality: phrases("The {} Hotel, {} Inns, {} House Hotel"), "Food service": phrases("{} Tearooms, {} Coffee, The {} Kitchen, {} & Crumb"),
      Retail: phrases("{} Fine Foods, {} Stores, {} Tea Merchants"), Offices: phrases("{} Partners, {} Systems, {} Legal"),
      Wholesale: phrases("{} Wholesale, {} Distribution, {} Trading"), Healthcare: phrases("{} Care"),
    },
    legal: phrases("Ltd, Ltd, LLP, plc"),
    streets: phrases("High Street, Church Lane, Mill Road, Station Road, Victoria Street, King's Parade, Quay Street"),
  },
  fr: {
    female: split("Camille Élodie Margaux Céline Hélène Inès Manon"), male: split("Rémi Julien François Étienne Mathieu Léon Hugo"),
    family: split("Lefèvre Moreau Girard Bonnet Fournier Mercier Gauthier Perrin Roussel Lambert"),
    stems: split("Lumière Tilleul Hirondelle Olivier Rivage Étoile Moulin Verveine Colombe Azur"),
    firms: {
      Hospitality: phrases("Hôtel {}, Auberge {}"), "Food service": phrases("Café {}, Bistrot {}, Salon de thé {}"), Retail: phrases("Épicerie {}, Maison {}"),
      Offices: phrases("{} Conseil, Cabinet {}"), Wholesale: phrases("{} Distribution, {} Négoce"), Healthcare: phrases("Clinique {}"),
    },
    legal: phrases("SARL, SAS, SA"), streets: phrases("rue de la République, avenue Foch, place du Marché, rue des Écoles"),
  },
  it: {
    female: split("Giulia Chiara Francesca Elena Martina Sofia"), male: split("Luca Marco Davide Niccolò Andrea Paolo"),
    family: split("Rinaldi Marchetti Colombo Ferrari Gallo Conti Moretti Barbieri Fontana Serra"),
    stems: split("Aurora Girasole Fontana Leone Mirto Belvedere Gelsomino Torre Laguna Quercia"),
    firms: {
      Hospitality: phrases("Hotel {}, Albergo {}"), "Food service": phrases("Caffè {}, Trattoria {}, Torrefazione {}"), Retail: phrases("Bottega {}, {} Alimentari"),
      Offices: phrases("Studio {}, {} Servizi"), Wholesale: phrases("{} Ingrosso, {} Distribuzione"), Healthcare: phrases("Clinica {}"),
    },
    legal: phrases("S.r.l., S.p.A."), streets: phrases("Via Roma, Corso Italia, Via Garibaldi, Piazza del Popolo"),
  },
  es: {
    female: split("Lucía Marta Carmen Inés Laura Pilar"), male: split("Javier Álvaro Diego Iñigo Pablo Tomás"),
    family: split("García Núñez Ibáñez Ortega Serrano Molina Vidal Peña Castaño Herrero"),
    stems: split("Sol Almendro Faro Encina Alondra Ribera Romero Alba Estrella Azahar"),
    firms: {
      Hospitality: phrases("Hotel {}, Hostal {}"), "Food service": phrases("Cafetería {}, Mesón {}, Panadería {}"), Retail: phrases("Tienda {}, Ultramarinos {}"),
      Offices: phrases("{} Asesores, {} Ingeniería"), Wholesale: phrases("{} Distribuciones, {} Mayorista"), Healthcare: phrases("Clínica {}"),
    },
    legal: phrases("S.L., S.A."), streets: phrases("Calle Mayor, Avenida de la Paz, Plaza España, Calle del Sol"),
  },
  zh: {
    female: split("晓雯 丽娟 雨桐 静怡 思琪 慧敏 佳怡 雪梅 婉清 诗涵"), male: split("志强 建国 浩然 子轩 明辉 俊杰 天宇 文博 国栋 宇航"),
    family: split("王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 林 郭 何 高 罗"),
    stems: split("松港 云栖 雅集 清和 锦江畔 听雨 南山 玉泉 德馨 海棠 鹤鸣 竹里 望湖 明月 兰亭居 福临 嘉禾 紫藤 远山 禾木"),
    firms: {
      Hospitality: phrases("{}酒店管理, {}国际酒店, {}民宿"), "Food service": phrases("{}餐饮, {}咖啡, {}茶馆"), Retail: phrases("{}茶业, {}百货, {}商贸"),
      Offices: phrases("{}科技, {}文化传媒, {}咨询"), Wholesale: phrases("{}食品贸易, {}进出口, {}供应链"), Healthcare: phrases("{}健康"),
    },
    legal: phrases("有限公司, 有限公司, 股份有限公司"), streets: phrases("南京西路, 中山路, 解放路, 人民大道, 建国路, 滨江路, 文化街"),
  },
};

/** Sounds of the Chinese words above, for e-mail addresses. */
export const PINYIN: Record<string, string> = {
  晓雯: "xiaowen", 丽娟: "lijuan", 雨桐: "yutong", 静怡: "jingyi", 思琪: "siqi", 慧敏: "huimin", 佳怡: "jiayi", 雪梅: "xuemei", 婉清: "wanqing", 诗涵: "shihan",
  志强: "zhiqiang", 建国: "jianguo", 浩然: "haoran", 子轩: "zixuan", 明辉: "minghui", 俊杰: "junjie", 天宇: "tianyu", 文博: "wenbo", 国栋: "guodong", 宇航: "yuhang",
  王: "wang", 李: "li", 张: "zhang", 刘: "liu", 陈: "chen", 杨: "yang", 黄: "huang", 赵: "zhao", 吴: "wu", 周: "zhou",
  徐: "xu", 孙: "sun", 马: "ma", 朱: "zhu", 胡: "hu", 林: "lin", 郭: "guo", 何: "he", 高: "gao", 罗: "luo",
  松港: "songgang", 云栖: "yunqi", 雅集: "yaji", 清和: "qinghe", 锦江畔: "jinjiangpan", 听雨: "tingyu", 南山: "nanshan", 玉泉: "yuquan", 德馨: "dexin", 海棠: "haitang",
  鹤鸣: "heming", 竹里: "zhuli", 望湖: "wanghu", 明月: "mingyue", 兰亭居: "lantingju", 福临: "fulin", 嘉禾: "jiahe", 紫藤: "ziteng", 远山: "yuanshan", 禾木: "hemu",
};
