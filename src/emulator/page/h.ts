/** What may stand inside an element. Strings become text nodes: nothing here ever parses HTML. */
export type Child = Node | string | number | false | null | undefined;
type Listener = (event: never) => unknown;
export type Properties = Readonly<Record<string, string | number | boolean | Listener | undefined>>;

const svgNamespace = "http://www.w3.org/2000/svg";

/**
 * Builds an element. Function properties are listeners (`onclick` → "click"), `true` is an empty attribute, `false`
 * and `undefined` leave it out, all else is an attribute's text.
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  setProperties(element, properties);
  append(element, children.flat());
  return element;
}

/** One of the page's own line icons, 24 × 24; hidden from screen readers, so the button around it carries the label. */
export function icon(name: keyof typeof paths): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, "svg");
  setProperties(svg, { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true", focusable: "false" });
  const path = document.createElementNS(svgNamespace, "path");
  path.setAttribute("d", paths[name]);
  svg.append(path);
  return svg;
}

function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === false || child === null || child === undefined) continue;
    parent.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

function setProperties(element: Element, properties: Properties): void {
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value as EventListener);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
}

const paths = {
  attach: "M20.5 11.5l-8.6 8.6a5.4 5.4 0 0 1-7.7-7.7l9-9a3.6 3.6 0 0 1 5.1 5.1l-8.9 9a1.8 1.8 0 0 1-2.6-2.6l8.2-8.2",
  back: "M15 5l-7 7 7 7",
  check: "M5 12.5l4.5 4.5L19 7.5",
  close: "M6 6l12 12M18 6L6 18",
  copy: "M9 9h10v11H9zM15 9V5H5v11h4",
  down: "M6 9.5l6 6 6-6",
  download: "M12 4v11m-5-4.5l5 5 5-5M5 20h14",
  edit: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  file: "M7 3h7l5 5v13H7zM14 3v5h5",
  group:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.2.7 3.5 2.5 3.5 5.5",
  link: "M8 16L17 7M10 7h7v7",
  menu: "M4 7h16M4 12h16M4 17h10",
  microphone:
    "M12 15a3.5 3.5 0 0 0 3.5-3.5v-5a3.5 3.5 0 1 0-7 0v5A3.5 3.5 0 0 0 12 15zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3",
  more: "M6 12h.01M12 12h.01M18 12h.01",
  pin: "M9 3h6l-1 6 4 4H6l4-4zM12 13v8",
  place: "M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  plus: "M12 5v14M5 12h14",
  reply: "M9 7L4 12l5 5M4 12h9c4 0 7 2 7 6",
  send: "M4 12L3 4.5l18 7.5-18 7.5zM4 12h8",
  stop: "M7 7h10v10H7z",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  user: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 21c0-4.5 3.3-7 7.5-7s7.5 2.5 7.5 7",
} as const;
