import { decodePDFRawStream, PDFDict, PDFName, PDFRawStream, type PDFDocument } from "@cantoo/pdf-lib";

/**
 * Lets Chinese text be found and copied. Fonts draw some characters and the radicals that look like them with one glyph,
 * and Chromium writes that it stands for the radical: 户 could not be searched for.
 */
export function mendUnicodeMaps(document: PDFDocument): void {
  const { context } = document;
  for (const [, font] of context.enumerateIndirectObjects()) {
    if (!(font instanceof PDFDict) || !font.has(PDFName.of("ToUnicode"))) continue;
    const stream = font.lookup(PDFName.of("ToUnicode"));
    if (!(stream instanceof PDFRawStream)) continue;
    const code = Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
    const mended = mendMap(code);
    if (mended !== code) font.set(PDFName.of("ToUnicode"), context.register(context.flateStream(Buffer.from(mended, "latin1"))));
  }
}

/** Radicals whose normal form is none, or not the one of mainland China: see EquivalentUnifiedIdeograph.txt of Unicode. */
const simplified: Record<string, string> = {
  "⼾": "户", "⺟": "母", "⻁": "虎", "⻆": "角", "⺠": "民", "⻄": "西", "⻅": "见", "⻉": "贝", "⻋": "车", "⻓": "长", "⻔": "门", "⻘": "青", "⻙": "韦", "⻚": "页", "⻛": "风", "⻜": "飞",
  "⻝": "食", "⻢": "马", "⻣": "骨", "⻤": "鬼", "⻥": "鱼", "⻦": "鸟", "⻧": "卤", "⻨": "麦", "⻩": "黄", "⻬": "齐", "⻮": "齿", "⻰": "龙", "⻳": "龟",
};

const mendSign = (sign: string) => simplified[sign] ?? (/[\u2e80-\u2fd5]/.test(sign) ? sign.normalize("NFKC") : sign);

const hex = (value: number, digits: number) => value.toString(16).toUpperCase().padStart(digits, "0");

/** Ranges are given as single glyphs where one of their characters changes. */
function mendMap(code: string): string {
  const target = (text: string) => hex(mendSign(String.fromCodePoint(Number.parseInt(text, 16))).codePointAt(0)!, 4);
  return code
    .replace(/\d+ beginbfchar(.*?)endbfchar/gs, (block) => block.replace(/(<\w+>\s*)<(\w{4})>/g, (_, glyph: string, text: string) => `${glyph}<${target(text)}>`))
    .replace(/\d+ beginbfrange(.*?)endbfrange/gs, (block: string) => {
      const ranges = [...block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w{4})>/g)].map(([, from, to, text]) => ({ from: from!, to: to!, text: text! }));
      const glyphs = ranges.flatMap(({ from, to, text }) => Array.from({ length: Number.parseInt(to, 16) - Number.parseInt(from, 16) + 1 }, (_, index) => {
        const said = hex(Number.parseInt(text, 16) + index, 4);
        return { glyph: hex(Number.parseInt(from, 16) + index, from.length), said, mended: target(said) };
      }));
      if (glyphs.every(({ said, mended }) => said === mended)) return block;
      // A block holds at most a hundred.
      return Array.from({ length: Math.ceil(glyphs.length / 100) }, (_, index) => glyphs.slice(100 * index, 100 * (index + 1)))
        .map((part) => `${part.length} beginbfchar\n${part.map(({ glyph, mended }) => `<${glyph}> <${mended}>\n`).join("")}endbfchar`).join("\n");
    });
}
