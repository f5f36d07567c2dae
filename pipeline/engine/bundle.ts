import { join } from "node:path";
import { build } from "esbuild";

/**
 * Bundles what runs in the browser (src/client) into `folder`: a small script that every page loads, and parts that it
 * loads when a reader asks for more. File names carry a hash of the content.
 *
 * @returns name of the script that the pages load
 */
export async function bundleClient(root: string, folder: string): Promise<string> {
  const entry = join(root, "src/client/main.ts");
  const { metafile } = await build({
    entryPoints: [entry], outdir: folder, absWorkingDir: root,
    bundle: true, splitting: true, format: "esm", target: "es2022", minify: true, charset: "utf8", metafile: true,
    entryNames: "[name]-[hash]", chunkNames: "[name]-[hash]", logLevel: "silent",
  });
  const [output] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === "src/client/main.ts")!;
  return output.split("/").at(-1)!;
}
