import { quietOn, readableOn } from "../colours.ts";
import { area, brandOf, bylineOf, column, type Layout, type Parts, row, startOf } from "./layout.ts";

/** A large title at the start of the line, the site above it, the author below: for sites of words. */
export const titleLeft: Layout = {
  titleBox: () => ({ width: 1040, maxHeight: 318, largest: 92, smallest: 44 }),
  titleStyle: (parts) => ({ color: textOn(parts), textAlign: "start" }),
  draw(parts, title) {
    const { direction, template } = parts;
    const { background, accent } = template.colours;
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
        },
        [
          brandOf(parts, color) ?? area({ height: 8 }),
          title,
          bylineOf(parts, { fontSize: 28, color: quietOn(background, color), maxWidth: 1040 }) ??
            area({ height: 8 }),
        ],
      ),
    ]);
  },
};

const textOn = ({ template: { colours } }: Parts) => readableOn([colours.background], colours.text);
