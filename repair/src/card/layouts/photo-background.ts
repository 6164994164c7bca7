import { mix, veilFor, withAlpha } from "../colours.ts";
import { cardHeight, cardWidth } from "../press.ts";
import { area, brandOf, bylineOf, column, type Layout, type Parts, startOf } from "./layout.ts";

const white = "#ffffff";

/** The page's picture all over, and under a veil the title: for sites of pictures. */
export const photoBackground: Layout = {
  pictureSize: { width: cardWidth, height: cardHeight },
  titleBox: () => ({ width: 1064, maxHeight: 276, largest: 80, smallest: 42 }),
  titleStyle: () => ({ color: white, textAlign: "start" }),
  draw(parts, title) {
    const { direction } = parts;
    const foot = column({ gap: 22, alignItems: startOf(direction), width: "100%" }, [
      area({ width: 88, height: 8, borderRadius: 4, backgroundColor: parts.template.colours.accent }),
      title,
      bylineOf(parts, { fontSize: 28, color: white, maxWidth: 1064 }),
    ]);
    return {
      type: "container",
      style: { display: "flex", position: "relative", width: "100%", height: "100%" },
      children: [
        ground(parts),
        veil(parts),
        column(
          {
            position: "absolute",
            inset: 0,
            padding: "56px 68px",
            justifyContent: "space-between",
            alignItems: startOf(direction),
          },
          [plate(parts), foot],
        ),
      ],
    };
  },
};

function ground({ picture, template: { colours } }: Parts) {
  if (!picture) {
    const far = mix(colours.background, colours.accent, 0.55);
    return area({
      position: "absolute",
      inset: 0,
      backgroundImage: `linear-gradient(135deg, ${colours.background}, ${far})`,
    });
  }
  return {
    type: "image" as const,
    src: picture.src,
    style: { position: "absolute", inset: 0, width: "100%", height: "100%", objectFit: "cover" } as const,
  };
}

/** Light above, where the picture speaks; below, where the words stand, as dark as white on white needs. */
function veil({ template: { colours } }: Parts) {
  const { colour, alpha } = veilFor(colours.background);
  const stops = [
    `${withAlpha(colour, 0.1)} 0%`,
    `${withAlpha(colour, 0.16)} 14%`,
    `${withAlpha(colour, alpha)} 33%`,
    `${withAlpha(colour, Math.min(0.94, alpha + 0.22))} 100%`,
  ];
  return area({
    position: "absolute",
    inset: 0,
    backgroundImage: `linear-gradient(180deg, ${stops.join(", ")})`,
  });
}

/** The site stands on a ground of its own: nobody knows what the picture shows there. */
function plate(parts: Parts) {
  const { background } = parts.template.colours;
  const text = parts.logo ? "#101418" : white;
  const brand = brandOf(parts, text, 26);
  if (!brand) return area({ height: 8 });
  const color = parts.logo ? white : withAlpha(mix(background, "#000000", 0.72), 0.82);
  return column({ backgroundColor: color, borderRadius: 14, padding: "12px 20px" }, [brand]);
}
