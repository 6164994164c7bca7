type Props = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => unknown)>>;
export type Child = Node | string | false | null | undefined;

/** An element: functions among its properties listen to events of that name, `true` is an attribute without a value. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const name in props) {
    const value = props[name];
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== false && value !== undefined)
      element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...shown(children));
  return element;
}

export const shown = (children: readonly Child[]): (Node | string)[] =>
  children.filter((child): child is Node | string => !!child);

/** A button that does something on this page. */
export const button = (label: string, act: (event: Event) => unknown, props: Props = {}): HTMLButtonElement =>
  make("button", { type: "button", click: act, ...props }, label);
