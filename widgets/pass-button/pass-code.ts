import { encode } from "uqr";

const svg = "http://www.w3.org/2000/svg";

/** A QR code as a picture of one path: dark squares on white, with the quiet border that cameras need. */
export function drawCode(text: string, label: string): SVGElement {
  const { data, size } = encode(text, { border: 4 });
  const squares = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")));
  const picture = document.createElementNS(svg, "svg");
  const path = document.createElementNS(svg, "path");
  path.setAttribute("d", squares.join(""));
  for (const [name, value] of Object.entries({
    viewBox: `0 0 ${size} ${size}`,
    role: "img",
    "aria-label": label,
    part: "code",
  }))
    picture.setAttribute(name, value);
  picture.append(path);
  return picture;
}
