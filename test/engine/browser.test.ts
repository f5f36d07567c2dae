import { symlinkSync } from "node:fs";
import { request, type IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { serve, type Server } from "../../pipeline/engine/browser.js";
import { folderOf } from "../sources/files.js";

/* The server that shows a site to this machine: whatever is asked of it, it answers with a file of the site or refuses. */

let server: Server;

beforeEach(async () => {
  const folder = folderOf({ "site/index.html": "start", "site/a b.css": "style", "site/zh/index.html": "中", "secret": "key", "site-other/x": "key" });
  symlinkSync("../secret", join(folder, "site/link"));
  symlinkSync("..", join(folder, "site/up"));
  symlinkSync("zh/index.html", join(folder, "site/within.html"));
  // As dist is: the site itself may be reached by a link.
  symlinkSync("site", join(folder, "dist"));
  server = await serve(join(folder, "dist"), new Map([["/made.html", "made"]]), { "x-frame-options": "DENY" });
});
afterEach(() => server.close());

/** Sends a request with its path as it is written, which fetch would mend first. */
function ask(path: string, { method = "GET", host }: { method?: string; host?: string } = {}): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  return new Promise((done, failed) => {
    const { hostname, port } = new URL(server.origin);
    request({ hostname, port, path, method, agent: false, headers: host === undefined ? {} : { host } }, (response) => {
      text(response).then((body) => done({ status: response.statusCode!, headers: response.headers, body }), failed);
    }).on("error", failed).end();
  });
}

const shown = async (path: string) => {
  const { status, body } = await ask(path);
  return `${status} ${body}`;
};

test.each([
  ["/", "200 start"], ["/index.html", "200 start"], ["/?a=%zz", "200 start"], ["/a%20b.css", "200 style"], ["/zh/", "200 中"], ["/zh/../index.html", "200 start"],
  ["//", "200 start"], ["/within.html", "200 中"], ["/made.html", "200 made"], ["/favicon.ico", "204 "], ["/gone.html", "404 "], ["/zh", "404 "],
])("%s answers %s", async (target, answer) => {
  expect(await shown(target)).toBe(answer);
});

test.each(["/%", "/%e4%", "/%c0%ae", "*", "index.html", "http://127.0.0.1/index.html"])("the malformed request %s is refused, and the next one answered", async (target) => {
  expect(await shown(target)).toBe("400 ");
  expect(await shown("/")).toBe("200 start");
});

test.each(["//secret", "/../secret", "/..%2fsecret", "/%2e%2e/secret", "/%2e%2e%2fsecret", "/zh/../../secret", "/../site-other/x", "/link", "/up/secret", "/..\\secret", "/index.html%00"])("nothing out of the folder is shown by %s", async (target) => {
  expect(await shown(target)).toBe("404 ");
});

test("only requests under a name of this machine are answered, so that no page of another host can read the site by a name that leads here", async () => {
  const { port } = new URL(server.origin);
  expect((await ask("/", { host: `localhost:${port}` })).status).toBe(200);
  for (const host of [`evil.example:${port}`, "evil.example", "127.0.0.1", `127.0.0.1.evil.example:${port}`, `localhost:${port}.evil.example`]) {
    const { status, body } = await ask("/", { host });
    expect([status, body], host).toEqual([403, ""]);
  }
});

test("HEAD says what GET would without the content, and nothing else is done", async () => {
  const { status, headers, body } = await ask("/", { method: "HEAD" });
  expect([status, body]).toEqual([200, ""]);
  expect(headers).toMatchObject({ "content-type": "text/html; charset=utf-8", "x-frame-options": "DENY" });
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"]) {
    const refused = await ask("/", { method });
    expect([refused.status, refused.body], method).toEqual([405, ""]);
    expect(refused.headers.allow).toBe("GET, HEAD");
  }
});
