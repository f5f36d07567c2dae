import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString, PDFHexString, type PDFPage } from "@cantoo/pdf-lib";

/** The text of each sheet of a PDF that Chromium wrote: what its fonts say each glyph stands for, in the order of drawing. */
export function textOfSheets(document: PDFDocument): string[] {
  return document.getPages().map((page) => textOf(page));
}

function textOf(page: PDFPage): string {
  const { context } = page.doc;
  const contents = page.node.lookup(PDFName.of("Contents"));
  const streams = contents instanceof PDFArray ? contents.asArray().map((part) => context.lookup(part)) : [contents];
  const code = streams.map((stream) => Buffer.from(decodePDFRawStream(stream as PDFRawStream).decode()).toString("latin1")).join("\n")
    // Says once more what the glyphs say.
    .replace(/\/ActualText\s*<\w*>/g, "");
  const fonts = page.node.Resources()?.lookupMaybe(PDFName.of("Font"), PDFDict);
  const known = new Map((fonts?.entries() ?? []).map(([name, font]) => [name.asString(), readFont(context.lookup(font, PDFDict))]));
  let font: Font = { glyphs: new Map(), width: 2 };
  let text = "";
  for (const [, name, hex, literal, end] of code.matchAll(/(\/\w+) [\d.]+ Tf|<([0-9a-fA-F]*)>|\(((?:\\.|[^\\)])*)\)|\b(ET|Td|Tm)\b/gs)) {
    if (name !== undefined) font = known.get(name)!;
    else if (end !== undefined) text += end === "ET" ? "\n" : "";
    else {
      const bytes = hex !== undefined ? Buffer.from(hex, "hex") : Buffer.from(PDFString.of(literal!).asBytes());
      for (let at = 0; at + font.width <= bytes.length; at += font.width) text += font.glyphs.get(bytes.readUIntBE(at, font.width)) ?? "";
    }
  }
  return text;
}

interface Font {
  /** What each glyph stands for. */
  glyphs: Map<number, string>;
  /** Bytes of a glyph. */
  width: 1 | 2;
}

function readFont(font: PDFDict): Font {
  const glyphs = new Map<number, string>();
  const width = font.has(PDFName.of("DescendantFonts")) ? 2 : 1;
  const stream = font.lookup(PDFName.of("ToUnicode"));
  if (!(stream instanceof PDFRawStream)) return { glyphs, width };
  const map = Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
  const said = (hex: string) => PDFHexString.of(`FEFF${hex}`).decodeText();
  for (const [, block] of map.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, glyph, text] of block!.matchAll(/<(\w+)>\s*<(\w+)>/g)) glyphs.set(Number.parseInt(glyph!, 16), said(text!));
  }
  for (const [, block] of map.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, from, to, text] of block!.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const first = Number.parseInt(from!, 16);
      for (let glyph = first; glyph <= Number.parseInt(to!, 16); glyph++) glyphs.set(glyph, String.fromCodePoint(Number.parseInt(text!, 16) + glyph - first));
    }
  }
  return { glyphs, width };
}
