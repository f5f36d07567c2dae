/**
 * Keeps the heads of the tables within in sight. A table that fits its frame is freed from it, so that its head stays while
 * the page is scrolled; one that is wider scrolls in its frame both ways. Which it is shows once it is laid out.
 */
export function keepHeadsInSight(root: ParentNode): void {
  for (const frame of root.querySelectorAll<HTMLElement>(FRAMES)) {
    const isFitting = fitting.get(frame.ariaLabel!);
    if (isFitting !== undefined) fit(frame, isFitting);
    widths.observe(frame);
    widths.observe(frame.firstElementChild!);
  }
}

/** The data of a chart scrolls in a frame of its own height. */
const FRAMES = ".table-scroll:not(.chart-data > *)";

/** Which tables fitted, by what they list: one that is drawn anew is laid out once only where that holds on. */
const fitting = new Map<string, boolean>();

function fit(frame: HTMLElement, isFitting: boolean): void {
  frame.classList.toggle("is-fitting", isFitting);
  frame.classList.toggle("is-wide", !isFitting);
  // Only what scrolls is a stop for the keyboard.
  frame.tabIndex = isFitting ? -1 : 0;
}

const widths = new ResizeObserver((entries) => {
  for (const frame of new Set(entries.map(({ target }) => target.closest<HTMLElement>(".table-scroll")))) {
    // One that was replaced has no width.
    if (!frame?.isConnected) continue;
    const isFitting = frame.scrollWidth <= frame.clientWidth;
    fitting.set(frame.ariaLabel!, isFitting);
    if (!frame.classList.contains(isFitting ? "is-fitting" : "is-wide")) fit(frame, isFitting);
  }
});

/** Says how much of the top of the screen an element covers that stays there, so that nothing comes to lie below it. */
export function keepClearOf(bar: HTMLElement): void {
  new ResizeObserver(() => {
    const isCovering = getComputedStyle(bar).position === "sticky";
    document.documentElement.style.setProperty("--covered", `${isCovering ? bar.offsetHeight : 0}px`);
  }).observe(bar);
}
