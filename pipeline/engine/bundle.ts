import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";
import type { DatabaseProgram } from "../../src/client/explorer/program.js";

/**
 * Bundles what runs in the browser (src/client) into `folder`: a small script that every page loads, and parts that it
 * loads when a reader asks for more. File names carry a hash of the content.
 *
 * @param database what the SQL explorer runs; a site without it has none of the explorer's script either
 * @returns name of the script that the pages load
 */
export async function bundleClient(root: string, folder: string, database?: DatabaseProgram): Promise<string> {
  const { metafile, outputFiles } = await build({
    entryPoints: [join(root, "src/client/main.ts")], outdir: folder, absWorkingDir: root,
    bundle: true, splitting: true, format: "esm", target: "es2022", minify: true, charset: "utf8", metafile: true,
    entryNames: "[name]-[hash]", chunkNames: "[name]-[hash]", logLevel: "silent",
    define: { CLIENTELE_EXPLORER: database ? JSON.stringify(database) : "undefined" },
    // Its own process would go on writing into the folder of a build that is being ended.
    write: false,
  });
  mkdirSync(folder, { recursive: true });
  for (const { path, contents } of outputFiles) writeFileSync(join(folder, basename(path)), contents);
  return basename(Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === "src/client/main.ts")![0]);
}
