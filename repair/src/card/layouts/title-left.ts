import { contrastOf, mix, quietOn, readableContrast, readableOn } from "../colours.ts";
import { area, brandOf, bylineOf, column, type Layout, type Parts, row, startOf } from "./layout.ts";

/** A large title at the start of the line, the site above it, the author below: for sites of words. */
export const titleLeft: Layout = {
  titleBox: () => ({ width: 1040, maxHeight: 318, largest: 92, smallest: 44 }),
  titleStyle: (parts) => ({ color: textOn(parts), textAlign: "start" }),
  draw(parts, title) {
    const { direction, template } = parts;
    const { background, accent } = template.colours;
    const [from, to] = groundsOf(parts);
    const color = textOn(parts);
    return row(direction, { width: "100%", height: "100%", backgroundColor: background }, [
      area({ width: 24, height: 630, backgroundColor: accent, flexShrink: 0 }),
      column(
        {
          flexGrow: 1,
          height: 630,
          padding: "58px 68px",
          justifyContent: "space-between",
          alignItems: startOf(direction),
          backgroundImage: `linear-gradient(${direction === "rtl" ? 225 : 135}deg, ${from}, ${to})`,
        },
        [
          brandOf(parts, color) ?? area({ height: 8 }),
          title,
          bylineOf(parts, { fontSize: 28, color: quietOn(to, color), maxWidth: 1040 }) ?? area({ height: 8 }),
        ],
      ),
    ]);
  },
};

/** The ground turns a little towards the accent, unless a text would then read on one end alone. */
function groundsOf({ template: { colours } }: Parts): readonly [string, string] {
  const { background, accent, text } = colours;
  const far = mix(background, accent, 0.08);
  const onBoth = readableOn([background, far], text);
  return contrastOf(onBoth, background) >= readableContrast && contrastOf(onBoth, far) >= readableContrast
    ? [background, far]
    : [background, background];
}

const textOn = (parts: Parts) => readableOn(groundsOf(parts), parts.template.colours.text);
