import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { lab, rgb, type LabColor } from "d3";
import { globSync } from "tinyglobby";
import { afterAll, expect, test } from "vitest";
import { wholeCatalogs } from "../src/languages/whole.js";
import * as formats from "../src/lib/format.js";
import { useLanguage } from "../src/lib/language.js";

/* The rules of src/design/README.md that a machine can hold. */

const root = resolve(import.meta.dirname, "..");
const read = (path: string) => readFileSync(resolve(root, path), "utf8");
const withoutComments = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, "");
const sheets = new Map(globSync("src/design/**/*.css", { cwd: root }).sort().map((path) => [path, withoutComments(read(path))]));
const styles = [...sheets].filter(([path]) => !path.endsWith("/tokens.css"));
const sources = new Map(globSync("src/**/*.ts", { cwd: root, ignore: "src/languages/**" }).sort().map((path) => [path, read(path)]));
const guide = read("src/design/README.md");

/** Values of the tokens on a light screen, and on a dark one. */
const { light, dark } = (() => {
  const [outside = "", inDark = ""] = sheets.get("src/design/tokens.css")!.split("@media");
  const valuesOf = (css: string) => Object.fromEntries([...css.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]));
  const light = valuesOf(outside);
  return { light, dark: { ...light, ...valuesOf(inDark) } };
})();
const themes = { light, dark };

/** Declarations of a style sheet: property, value, where. */
const declarations = styles.flatMap(([path, css]) => [...css.matchAll(/([\w-]+):\s*([^;{}]+?)\s*[;}]/g)].map(([, property, value]) => ({ path, property: property!, value: value! })));
/** The boxes of a sheet's margin know no tokens: what stands there is held to their values below. */
const isMargin = ({ path, value }: { path: string; value: string }) => path.endsWith("/pack.css") && sheets.get(path)!.split("\n\n")[0]!.includes(value);
const told = (found: typeof declarations) => found.map(({ path, property, value }) => `${path}: ${property}: ${value}`);

test("every colour comes from a token", () => {
  const literal = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|\b(?:white|black|red|green|blue|gr[ae]y|orange|yellow|purple)\b/i;
  expect(told(declarations.filter((one) => literal.test(one.value.replace(/var\([^)]*\)/g, "")) && !isMargin(one)))).toEqual([]);
  const drawn = /["'`](?:#[0-9a-f]{3}|#[0-9a-f]{6}|rgba?\(.*|(?:steel|dark|light)?(?:white|black|red|green|blue|gr[ae]y|orange))["'`]/i;
  const inCode = [...sources].flatMap(([path, code]) => code.split("\n").filter((line) => /fill|stroke|colou?r|background/.test(line) && drawn.test(line)).map((line) => `${path}: ${line.trim()}`));
  expect(inCode).toEqual([]);
});

test("every size, weight, space and radius comes from a token", () => {
  const allowed: Record<string, RegExp> = {
    "font-size": /^var\(--text-[\w]+\)$|^100%$|^1rem$/,
    "font-weight": /^var\(--weight-\w+\)$|^400$/,
    "border-radius": /^(?:var\(--radius-\w+\) ?|0 ?)+$/,
    "gap": /^(?:var\(--space-\d\) ?|0 ?)+$/,
    "padding": /^(?:var\(--(?:space-\d|indent)\) ?|0 ?)+$/,
    "margin": /^(?:(?:var\(--(?:space-\d|indent)\)|calc\(-1 \* var\(--space-\d\)\)|0|auto|10vh) ?)+$/,
  };
  // Paper is measured in millimetres.
  const screen = declarations.filter(({ path }) => !/\/(?:print|pack)\.css$/.test(path));
  const kind = (property: string) => property.replace(/^(padding|margin)-.*/, "$1").replace(/^(?:row|column)-gap$/, "gap");
  expect(told(screen.filter(({ property, value }) => allowed[kind(property)] && !allowed[kind(property)]!.test(value)))).toEqual([]);
  const paper = declarations.filter((one) => /\/(?:print|pack)\.css$/.test(one.path) && ["font-size", "font-weight"].includes(one.property) && !isMargin(one));
  expect(told(paper.filter(({ property, value }) => !allowed[property]!.test(value)))).toEqual([]);
  expect([...sources].filter(([, code]) => /fontSize:|fontWeight: \d|font-(?:size|weight)="\d/.test(code)).map(([path]) => path)).toEqual([]);
});

test("no text is smaller than 12 pixels on a screen", () => {
  const sizes = Object.entries(light).filter(([name, value]) => /^text-/.test(name) && value.endsWith("rem")).map(([, value]) => 16 * Number.parseFloat(value));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  expect([...sizes].sort((a, b) => a - b)).toEqual(sizes);
});

test("what stands in the margin of a sheet has the values of the tokens", () => {
  const margin = sheets.get("src/design/pack.css")!.split("\n\n")[0]!;
  expect([...margin.matchAll(/#[0-9a-f]{6}/g)].map(([colour]) => colour)).toEqual([light["ink-soft"]]);
  expect(/font-size: (\S+);/.exec(margin)![1]).toBe(/--text-xs: (\S+);/.exec(sheets.get("src/design/print.css")!)![1]);
});

test("the icon of the site has colours of the design", () => {
  const colours = [...read("src/design/icon.svg").matchAll(/#[0-9a-f]{3,6}/g)].map(([colour]) => colour);
  expect(colours.length).toBeGreaterThan(0);
  expect(colours.filter((colour) => !Object.values(light).includes(colour))).toEqual([]);
});

test("every token that is used is defined, and every one defined is used", () => {
  const all = [...sheets.values(), ...sources.values()].join("\n");
  const defined = new Set([...sheets.values()].flatMap((css) => [...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name!)));
  const used = new Set([...all.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name!));
  // Plot reads it of its own.
  defined.delete("--plot-background");
  // Colours that a component names by a part of their name.
  for (const name of defined) if (/^--(?:series-\d|good|bad|warn)$/.test(name)) used.add(name);
  expect([...used].filter((name) => !defined.has(name))).toEqual([]);
  expect([...defined].filter((name) => !used.has(name))).toEqual([]);
});

test("the guide names every token, and no other", () => {
  const named = new Set([...guide.matchAll(/`--([\w-]+?)(?:…(\d))?`/g)].flatMap(([, name, last]) => (last === undefined ? [name!]
    : Array.from({ length: Number(last) - Number(name!.at(-1)) + 1 }, (_, index) => name!.slice(0, -1) + String(Number(name!.at(-1)) + index)))));
  const tokens = new Set([...Object.keys(dark), "text-3xl"]);
  expect([...tokens].filter((name) => !named.has(name))).toEqual([]);
  expect([...named].filter((name) => !tokens.has(name))).toEqual([]);
});

afterAll(() => useLanguage("en"));

test("the examples of the guide are what the formats give", () => {
  const examples = [...guide.matchAll(/^\| `(\w+)\((.*)\)` \| (.+?) \| (.+?) \|/gm)];
  const known: Record<string, unknown> = { ...formats, ...formats.moneyFormats("EUR") };
  const made = (call: RegExpMatchArray) => (known[call[1]!] as (...values: unknown[]) => string)(...(JSON.parse(`[${call[2]!}]`) as unknown[])).replaceAll("\u2060", "");
  useLanguage("en");
  expect(examples.map(made)).toEqual(examples.map(([, , , english]) => english));
  useLanguage("zh", wholeCatalogs.zh);
  expect(examples.map(made)).toEqual(examples.map(([, , , , chinese]) => chinese));
  expect(new Set(examples.map(([, name]) => name)).size).toBeGreaterThan(12);
});

test("every class of the style is one that a page or component gives", () => {
  const code = [...sources.values(), ...globSync(["pipeline/engine/pa{ck,ges}*.ts", "observablehq.config.ts"], { cwd: root }).map(read)].join("\n");
  // Classes that are put together stand for all that begin so: `heat-${step}`.
  const begun = [...code.matchAll(/([a-z]+(?:-[a-z]+)*-)\$\{/g)].map(([, start]) => start!);
  const known = (name: string) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(code) || begun.some((start) => name.startsWith(start)) || name.startsWith("plot-");
  const dead = styles.flatMap(([path, css]) => [...new Set([...css.replace(/\{[^{}]*\}/g, "{}").replace(/@import[^;]*;/g, "").matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name!))]
    .filter((name) => !known(name)).map((name) => `${path}: .${name}`));
  expect(dead).toEqual([]);
});

const linear = (channel: number) => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
const encoded = (channel: number) => 255 * (channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055);
const channels = (colour: string) => {
  const { r, g, b } = rgb(colour);
  return [linear(r), linear(g), linear(b)] as const;
};

/** Contrast of two colours as WCAG 2 defines it. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => channels(colour).reduce((sum, channel, index) => sum + channel * [0.2126, 0.7152, 0.0722][index]!, 0);
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const valueOf = (theme: Record<string, string>, name: string): string => {
  const value = theme[name];
  if (value === undefined) throw new Error(`unknown token: ${name}`);
  const other = /^var\(--([\w-]+)\)$/.exec(value);
  return other ? valueOf(theme, other[1]!) : value;
};

/** Texts and the grounds they stand on. */
const texts: [grounds: string[], names: string[]][] = [
  [["ground", "surface", "series-1-soft"], ["ink", "ink-soft", "accent"]],
  [["ground", "surface"], ["good", "bad", "warn"]],
  [["surface"], ["series-1", "series-2", "series-3", "series-4", "series-5"]],
  [["good-soft"], ["good", "ink"]], [["bad-soft"], ["bad", "ink"]],
  [["scale-0", "scale-1", "scale-2"], ["ink"]], [["scale-3"], ["on-scale-3"]], [["scale-4", "scale-5"], ["surface"]],
  [["accent"], ["surface"]],
];

test("text reaches 4.5 to 1 on every ground it stands on, lines and edges 3 to 1, in light and dark", () => {
  const faults: string[] = [];
  const hold = (least: number, grounds: string[], names: string[]) => {
    for (const [theme, values] of Object.entries(themes)) for (const ground of grounds) for (const name of names) {
      const found = contrast(valueOf(values, name), valueOf(values, ground));
      if (found < least) faults.push(`${theme}: ${name} on ${ground} ${found.toFixed(2)}, not ${least}`);
    }
  };
  for (const [grounds, names] of texts) hold(4.5, grounds, names);
  hold(3, ["ground", "surface"], ["control", "focus", "series-1", "series-2", "series-3", "series-4", "series-5", "good", "bad", "warn"]);
  expect(faults).toEqual([]);
});

/** Machado, Oliveira and Fernandes 2009, severity 1, over linear RGB; rows one after the other. */
const visions = {
  "full sight": [1, 0, 0, 0, 1, 0, 0, 0, 1],
  "protanopia": [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  "deuteranopia": [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  "tritanopia": [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

function seen(colour: string, matrix: number[]): LabColor {
  const from = channels(colour);
  const [r, g, b] = [0, 3, 6].map((row) => encoded(Math.min(1, Math.max(0, matrix[row]! * from[0] + matrix[row + 1]! * from[1] + matrix[row + 2]! * from[2]))));
  return lab(rgb(r!, g!, b!));
}

/** CIEDE2000, after Sharma, Wu and Dalal 2005. */
function difference(one: LabColor, other: LabColor): number {
  const degrees = 180 / Math.PI;
  const mean = (Math.hypot(one.a, one.b) + Math.hypot(other.a, other.b)) / 2;
  const stretch = 1.5 - 0.5 * Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7));
  const polar = ({ a, b }: LabColor) => ({ chroma: Math.hypot(a * stretch, b), hue: (Math.atan2(b, a * stretch) * degrees + 360) % 360 });
  const [first, second] = [polar(one), polar(other)];
  const isGrey = first.chroma * second.chroma === 0;
  const turn = isGrey ? 0 : ((second.hue - first.hue + 540) % 360) - 180;
  const hue = isGrey ? first.hue + second.hue : (first.hue + turn / 2 + 360) % 360;
  const lightness = (one.l + other.l) / 2;
  const chroma = (first.chroma + second.chroma) / 2;
  const cos = (angle: number) => Math.cos(angle / degrees);
  const weight = 1 - 0.17 * cos(hue - 30) + 0.24 * cos(2 * hue) + 0.32 * cos(3 * hue + 6) - 0.2 * cos(4 * hue - 63);
  const parts = [
    (other.l - one.l) / (1 + (0.015 * (lightness - 50) ** 2) / Math.sqrt(20 + (lightness - 50) ** 2)),
    (second.chroma - first.chroma) / (1 + 0.045 * chroma),
    (2 * Math.sqrt(first.chroma * second.chroma) * Math.sin(turn / 2 / degrees)) / (1 + 0.015 * chroma * weight),
  ] as const;
  const rotation = -Math.sin((60 * Math.exp(-(((hue - 275) / 25) ** 2))) / degrees) * 2 * Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));
  return Math.sqrt(parts[0] ** 2 + parts[1] ** 2 + parts[2] ** 2 + rotation * parts[1] * parts[2]);
}

test("colour differences are those of Sharma, Wu and Dalal", () => {
  const cases: [number[], number[], number][] = [
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425], [[50, 2.5, 0], [73, 25, -18], 27.1492], [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373], [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ];
  for (const [one, other, expected] of cases) expect(difference(lab(one[0]!, one[1]!, one[2]!), lab(other[0]!, other[1]!, other[2]!))).toBeCloseTo(expected, 4);
});

/** The palette checker of chroma.js takes two colours below 9 for one. */
const LEAST = 10;

test("series, and good, bad and warn, can be told apart by readers who do not see red, green or blue as others do", () => {
  const faults: string[] = [];
  for (const names of [["series-1", "series-2", "series-3", "series-4", "series-5"], ["good", "bad", "warn"]]) {
    for (const [theme, values] of Object.entries(themes)) for (const [vision, matrix] of Object.entries(visions)) for (const [index, one] of names.entries()) for (const other of names.slice(index + 1)) {
      const found = difference(seen(valueOf(values, one), matrix), seen(valueOf(values, other), matrix));
      if (found < LEAST) faults.push(`${theme}, ${vision}: ${one} and ${other} ${found.toFixed(1)}`);
    }
  }
  expect(faults).toEqual([]);
});

test("the steps of the scale go one way in lightness, so that they read without colour", () => {
  for (const [theme, values] of Object.entries(themes)) {
    const lightness = [0, 1, 2, 3, 4, 5].map((step) => lab(valueOf(values, `scale-${step}`)).l);
    const steps = lightness.slice(1).map((value, index) => (theme === "light" ? lightness[index]! - value : value - lightness[index]!));
    expect(Math.min(...steps), theme).toBeGreaterThan(5);
  }
});
