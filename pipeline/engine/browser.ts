import { accessSync, constants, readFileSync, realpathSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { delimiter, extname, join, resolve, sep } from "node:path";
import { chromium, type Browser, type BrowserContext } from "playwright-core";
import { fail } from "./errors.js";

/** The first Chromium that draws page numbers in the margin of a sheet. */
const OLDEST = 131;

/**
 * Starts the machine's Chromium without a window. It resolves no name and asks no host but this machine.
 *
 * @throws UserError where there is none, it is too old or it does not start
 */
export async function launchBrowser(): Promise<Browser> {
  const install = "install Debian's or Ubuntu's package (apt-get install chromium), or name a Chromium or Chrome of your own by CHROMIUM";
  const executablePath = findChromium();
  if (!executablePath) {
    fail(process.env.CHROMIUM ? `CHROMIUM names no program: ${process.env.CHROMIUM}` : "there is no Chromium on this machine, and it is what draws paper and pictures", undefined, install);
  }
  const browser = await chromium.launch({
    executablePath,
    // Chromium's sandbox does not run as root.
    chromiumSandbox: process.getuid?.() !== 0,
    // Letters as wide as they are drawn, as the whole Chromium has them: the one without windows would round them to pixels.
    args: ["--disable-gpu", "--font-render-hinting=none", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"],
  }).catch((error: unknown) => {
    const lines = (error as Error).message.split("\n");
    const reason = lines.find((line) => /FATAL|error while|No usable sandbox/i.test(line)) ?? lines[0]!;
    return fail(`Chromium does not start: ${reason.replace(/^.*?(FATAL|ERROR):/, "").trim()}`, executablePath, install);
  });
  if (Number.parseInt(browser.version(), 10) >= OLDEST) return browser;
  const version = browser.version();
  await browser.close();
  fail(`Chromium ${version} is too old: ${OLDEST} is the first that numbers sheets`, executablePath, install);
}

function findChromium(): string | undefined {
  // The one without windows first: each window of the whole one takes longer than a page in it.
  const names = process.env.CHROMIUM ? [process.env.CHROMIUM] : ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => (name.includes(sep) ? [resolve(name)] : folders.map((folder) => join(folder, name)))).find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return statSync(file).isFile();
    } catch {
      return false;
    }
  });
}

/** Lets the pages of a window reach one origin and nothing else; `refused` hears of what they ask besides. */
export async function keepWithin(context: BrowserContext, origin: string, refused: (url: string) => void): Promise<void> {
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (url.startsWith(`${origin}/`) || /^(data|blob):/.test(url)) return route.continue();
    refused(url);
    return route.abort();
  });
}

const types: Record<string, string> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json" };

/** A folder shown on this machine, to this machine alone. */
export interface Server {
  /** `http://127.0.0.1:port` */
  origin: string;
  close(): Promise<void>;
}

/**
 * Serves a folder at a free port of 127.0.0.1, to be read and nothing else: GET and HEAD, 405 otherwise. A request under
 * another name than this machine's own answers 403, for it comes from a page of another host whose name leads here; one that
 * cannot be read answers 400, and what is not in the folder 404, also where a link or path leads out of it.
 *
 * @param made files that stand in no folder: content by path, such as "/pack.html"
 * @param headers sent with every file
 */
export async function serve(folder: string, made: ReadonlyMap<string, string> = new Map(), headers: Record<string, string> = {}): Promise<Server> {
  let hosts: string[] = [];
  const server = createServer((request, response) => {
    const refuse = (status: number, further: Record<string, string> = {}) => response.writeHead(status, further).end();
    if (!hosts.includes(request.headers.host ?? "")) return refuse(403);
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, { allow: "GET, HEAD" });
    const path = pathOf(request.url ?? "");
    if (path === undefined) return refuse(400);
    if (path === "/favicon.ico") return refuse(204);
    const name = path.endsWith("/") ? `${path}index.html` : path;
    const content = made.get(name) ?? fileWithin(folder, name);
    if (content === undefined) return refuse(404);
    response.writeHead(200, { ...headers, "content-type": types[extname(name)] ?? "application/octet-stream" }).end(content);
  });
  await new Promise<void>((done, failed) => server.once("error", failed).listen(0, "127.0.0.1", done));
  hosts = ["127.0.0.1", "localhost"].map((name) => `${name}:${(server.address() as AddressInfo).port}`);
  return {
    origin: `http://${hosts[0]}`,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The path that a request names; undefined where it names none, or with a broken escape. */
function pathOf(target: string): string | undefined {
  if (!target.startsWith("/")) return undefined;
  try {
    return decodeURIComponent(target.replace(/\?.*$/s, ""));
  } catch {
    return undefined;
  }
}

/** What a file holds that stands in a folder, links followed; undefined where there is none, or none that can be read. */
function fileWithin(folder: string, name: string): Buffer | undefined {
  try {
    const file = realpathSync(join(folder, name));
    return file.startsWith(join(realpathSync(folder), sep)) ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}
