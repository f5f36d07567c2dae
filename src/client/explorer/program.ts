/** The files of the database that runs in the browser, in assets/ of the site. */
export interface DatabaseProgram {
  /** The script of its worker. */
  worker: string;
  /** WebAssembly, compressed. */
  program: string;
  /** Size of the program as it is sent, in bytes. */
  bytes: number;
}

declare global {
  /** Set as the script is bundled, where the site has the SQL explorer; else undefined, and what hangs on it is left out. */
  const CLIENTELE_EXPLORER: DatabaseProgram | undefined;
}
