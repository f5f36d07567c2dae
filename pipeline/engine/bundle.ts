import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

/**
 * Bundles what runs in the browser (src/client) into `folder`: a small script that every page loads, and parts that it
 * loads when a reader asks for more. File names carry a hash of the content.
 *
 * @returns name of the script that the pages load
 */
export async function bundleClient(root: string, folder: string): Promise<string> {
  const { metafile, outputFiles } = await build({
    entryPoints: [join(root, "src/client/main.ts")], outdir: folder, absWorkingDir: root,
    bundle: true, splitting: true, format: "esm", target: "es2022", minify: true, charset: "utf8", metafile: true,
    entryNames: "[name]-[hash]", chunkNames: "[name]-[hash]", logLevel: "silent",
    // Its own process would go on writing into the folder of a build that is being ended.
    write: false,
  });
  mkdirSync(folder, { recursive: true });
  for (const { path, contents } of outputFiles) writeFileSync(join(folder, basename(path)), contents);
  return basename(Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === "src/client/main.ts")![0]);
}
