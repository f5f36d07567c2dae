declare module "htl" {
  /** Builds an element; what is interpolated is text, an element, or a list of them, never markup. */
  export const html: {
    (strings: TemplateStringsArray, ...values: unknown[]): HTMLElement;
    /** Parts that have no one parent, such as the cells of a row. */
    fragment(strings: TemplateStringsArray, ...values: unknown[]): DocumentFragment;
  };
  export const svg: {
    (strings: TemplateStringsArray, ...values: unknown[]): SVGElement;
    fragment(strings: TemplateStringsArray, ...values: unknown[]): DocumentFragment;
  };
}
