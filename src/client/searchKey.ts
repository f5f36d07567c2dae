/** Opens the search by its button, by / and by Ctrl+K. */
export function startSearch(): void {
  const open = () => void import("./onDemand.js").then(({ openSearch }) => openSearch());
  document.querySelector(".search-open")?.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]") !== null;
    if ((event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey) || (event.key === "k" && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      open();
    }
  });
}
