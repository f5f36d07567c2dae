import "./base.js";
import { integer, decimal1, decimal2, count } from "../lib/format.js";
import { t } from "../lib/language.js";
import { csv } from "../lib/csv.js";
import { save } from "./save.js";
import { BrowserDatabase, MOST_ROWS, type QueryResult } from "./explorer/database.js";
import { startEditor, type Editor } from "./explorer/editor.js";
import { queryError } from "./explorer/queryError.js";
import { resultTable, SHOWN_ROWS } from "./explorer/resultTable.js";
import { searchTables } from "./explorer/searchTables.js";
import { rowsOf } from "./explorer/values.js";
import { useWholeLanguage } from "./wholeLanguage.js";

/** Lets the reader query the exports. The database is loaded when the editor is entered, or a query runs. */
export async function startExplorer(): Promise<void> {
  const page = document.querySelector(".page-explorer");
  if (!page) return;
  await useWholeLanguage();
  const part = <T extends HTMLElement>(name: string) => page.querySelector<T>(`.explorer-${name}`)!;
  const run = part<HTMLButtonElement>("run");
  const stop = part<HTMLButtonElement>("stop");
  const status = part("status");
  const known = new Set([...page.querySelectorAll<HTMLElement>("[data-table]")].map(({ dataset }) => dataset.table!));
  searchTables(page.querySelector(".explorer-schema")!);

  let ending = new AbortController();
  let database: Promise<BrowserDatabase> | undefined;
  const open = (): Promise<BrowserDatabase> => {
    if (!database) {
      status.textContent = t`Loading the database, ${decimal1(CLIENTELE_EXPLORER!.bytes / 1e6)} MB…`;
      const starting = BrowserDatabase.start(CLIENTELE_EXPLORER!, ending.signal);
      database = starting;
      starting.catch(() => {
        // What failed may be tried again.
        if (database === starting) database = undefined;
      });
    }
    return database;
  };

  /** Says what goes on while a query runs, and gives its result; loads the tables it names before. */
  const answer = async (sql: string, { signal }: AbortController): Promise<[QueryResult, milliseconds: number]> => {
    const opened = await open();
    for (const table of namedTables(sql, known)) {
      if (opened.has(table)) continue;
      signal.throwIfAborted();
      status.textContent = t`Loading ${table}…`;
      await opened.load(table);
    }
    status.textContent = t`Running…`;
    const started = performance.now();
    return [await opened.query(sql), performance.now() - started];
  };

  const show = (isRunning: boolean) => {
    run.disabled = isRunning;
    stop.hidden = !isRunning;
  };
  const runQuery = async (editor: Editor) => {
    if (run.disabled) return;
    const own = ending;
    show(true);
    editor.showError(undefined);
    try {
      const [result, milliseconds] = await answer(editor.text(), own);
      if (own.signal.aborted) return;
      showResult(part("result"), result);
      status.textContent = saidOf(result, milliseconds);
    } catch (error) {
      if (own.signal.aborted) return;
      status.textContent = "";
      editor.showError(await queryError(error, async (name) => (await open()).nearest(name, known)));
    } finally {
      if (!own.signal.aborted) show(false);
    }
  };
  const editor = startEditor(part("query"), { run: () => void runQuery(editor) });
  editor.onEntered(() => {
    const { signal } = ending;
    const say = (text: string) => {
      if (!run.disabled && !signal.aborted) status.textContent = text;
    };
    // Why it could not be loaded is told to whoever runs a query.
    void open().then(() => say(t`The database is ready.`), () => say(""));
  });
  run.addEventListener("click", () => void runQuery(editor));
  stop.addEventListener("click", () => {
    ending.abort();
    ending = new AbortController();
    database = undefined;
    show(false);
    status.textContent = t`Stopped. The next query starts the database anew; tables that you made are gone.`;
    run.focus();
  });
  page.addEventListener("click", ({ target }) => {
    const sql = target instanceof Element && target.closest<HTMLElement>("[data-sql]")?.dataset.sql;
    if (sql) editor.write(sql);
  });
}

/** Tables whose names stand in a query. One too many costs a moment, one too few an answer. */
function namedTables(sql: string, known: ReadonlySet<string>): string[] {
  return [...new Set(sql.toLowerCase().match(/[a-z_]\w*/g))].filter((word) => known.has(word));
}

function saidOf({ rows, isCut }: QueryResult, milliseconds: number): string {
  const seconds = decimal2(milliseconds / 1000);
  const found = isCut ? t`Ended at ${integer(MOST_ROWS)} rows, after ${seconds} s` : t`${count(rows, "row")} in ${seconds} s`;
  return rows > SHOWN_ROWS ? t`${found}; the first ${integer(SHOWN_ROWS)} are shown` : found;
}

function showResult(card: HTMLElement, result: QueryResult): void {
  card.hidden = false;
  card.querySelector(".explorer-rows")!.replaceChildren(resultTable(result));
  card.querySelector<HTMLElement>(".explorer-export")!.onclick = () => save("query.csv", csv(result.fields.map(({ name }) => name), rowsOf(result)));
}
