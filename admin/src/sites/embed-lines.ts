export interface ButtonChoices {
  readonly label: string;
  readonly theme: "" | "light" | "dark";
  readonly networks: readonly string[];
}

/** The site's line, told to wait for consent where the owner wants it. */
export const scriptLine = (line: string, needsConsent: boolean): string =>
  needsConsent ? line.replace("></script>", ' data-consent="required"></script>') : line;

/** The attributes that differ from what the button does by itself. */
export function buttonAttributes({ label, theme, networks }: ButtonChoices): Record<string, string> {
  return {
    ...(label.trim() === "" ? {} : { label: label.trim() }),
    ...(theme === "" ? {} : { theme }),
    ...(networks.length === 0 ? {} : { networks: networks.join(" ") }),
  };
}

/** What goes onto the page: the script once, the element wherever the button shall stand. */
export function buttonLines(origin: string, choices: ButtonChoices): string {
  const attributes = Object.entries(buttonAttributes(choices)).map(
    ([name, value]) => ` ${name}="${escapeAttribute(value)}"`,
  );
  return `<script async src="${origin}/w/pass.js"></script>\n<samovar-pass${attributes.join("")}></samovar-pass>`;
}

const escapeAttribute = (value: string) =>
  value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
