/** The files of the database that runs in the browser, in assets/ of the site. */
export interface DatabaseProgram {
  /** The script of its worker. */
  worker: string;
  /** WebAssembly, compressed. */
  program: string;
  /** Size of the program as it is sent. */
  bytes: number;
}
