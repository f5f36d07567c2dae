import { t } from "../lib/language.js";
import { element } from "../lib/element.js";

/** Tells the reader that something did not come: above all of a page that stood open while the site was built anew. */
export function tellOfFaults(): void {
  const tell = () => {
    if (document.querySelector(".load-fault")) return;
    const again = element("button", { type: "button" }, t`Load the page again`);
    again.addEventListener("click", () => location.reload());
    document.querySelector("main")!.prepend(element("p", { class: "load-fault", role: "alert" },
      t`Something could not be loaded. The site may have been built anew since this page was opened.`, " ", again));
  };
  addEventListener("unhandledrejection", tell);
  addEventListener("error", tell);
}
