import { html } from "htl";
import { t } from "../../lib/language.js";
import type { QueryError } from "./queryError.js";

export interface Editor {
  text(): string;
  /** Puts a query in place of what stands there; the reader can undo it. */
  write(sql: string): void;
  /** Shows what is wrong with the query, or nothing. */
  showError(error: QueryError | undefined): void;
  /** Calls when the reader first enters the editor. */
  onEntered(listener: () => void): void;
}

/** Before the query in the address: after the sign that servers are not sent. */
const PREFIX = "#sql=";
/** Browsers refuse an address that changes too often. */
const WAIT_MS = 200;

/** Brings the editor of the page to life. What stands in it stands in the address, so that it can be sent. */
export function startEditor(card: HTMLElement, { run }: { run: () => void }): Editor {
  const area = card.querySelector<HTMLTextAreaElement>("textarea")!;
  const problem = card.querySelector<HTMLElement>(".explorer-error")!;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      history.replaceState(null, "", `${PREFIX}${encodeURIComponent(area.value)}`);
      followLanguage();
    }, WAIT_MS);
  };
  /** The same page in the other language has the same query. */
  const followLanguage = () => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>(".language-link")) link.hash = location.hash;
  };
  const read = () => {
    if (!location.hash.startsWith(PREFIX)) return;
    try {
      area.value = decodeURIComponent(location.hash.slice(PREFIX.length));
    } catch {
      // An address that was cut short in sending names no query.
    }
    followLanguage();
  };
  read();
  addEventListener("hashchange", read);
  area.addEventListener("input", note);
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    run();
  });
  return {
    text: () => area.value,
    write(sql) {
      area.focus();
      area.select();
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way into a text area that its undo knows
      if (!document.execCommand("insertText", false, sql)) area.value = sql;
      area.setSelectionRange(0, 0);
      area.scrollTop = 0;
      note();
    },
    showError(error) {
      area.ariaInvalid = error ? "true" : null;
      problem.replaceChildren(...(error ? [
        html`<pre tabindex="0" translate="no" aria-label=${t`What the database says`}>${error.message}</pre>`,
        ...(error.line === undefined ? [] : [lineButton(area, error.line)]),
      ] : []));
    },
    onEntered: (listener) => area.addEventListener("focus", listener, { once: true }),
  };
}

/** Leads to a line of the query, and marks it. */
function lineButton(area: HTMLTextAreaElement, line: number): HTMLElement {
  const button = html`<button type="button" class="plain-button">${t`Go to line ${line}`}</button>`;
  button.addEventListener("click", () => {
    const lines = area.value.split("\n");
    const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    area.focus();
    area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  });
  return button;
}
