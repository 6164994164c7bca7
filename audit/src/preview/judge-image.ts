import type { ImageLimits } from "../networks/network.ts";
import type { ImageFacts } from "../visit/visit.ts";
import type { ImageField, Note, Reading } from "./card.ts";
import { note } from "./notes.ts";
import type { NetworkFacts } from "./recipe.ts";
import { type Candidate, findMeta } from "./sources.ts";

/** The picture that a network chose, and whether it can show it. */
export interface JudgedImage {
  readonly field: ImageField;
  readonly shows: boolean;
  /** Why it does not show, or what is not known of it. */
  readonly notes: readonly Note[];
  /** Real pixels, or those that the page declares; undefined where nobody says. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

interface Choice {
  readonly candidate: Candidate;
  readonly why: Note;
}

export function judgeImage(network: NetworkFacts, reading: Reading, { candidate, why }: Choice): JudgedImage {
  const url = URL.parse(candidate.text.trim(), reading.page.url);
  const isWeb = url?.protocol === "https:" || url?.protocol === "http:";
  const field = {
    url: url && isWeb ? url.href : "",
    alt: altOf(reading, candidate),
    from: candidate.from,
    why,
  };
  const facts = reading.images?.get(field.url);
  const size = facts ?? declaredSize(reading, candidate);
  const fault = isWeb
    ? (forbiddenNote(network, reading, field.url) ?? (facts && faultOf(network, facts)))
    : note("image-bad-address", { network: network.name, url: candidate.text.trim().slice(0, 200) });
  const tooSmall = fault ? undefined : smallNote(network, size);
  return {
    field,
    shows: !fault && !tooSmall,
    notes: [fault ?? tooSmall ?? (facts ? undefined : note("image-unmeasured", {}))].filter(
      (each) => each !== undefined,
    ),
    width: size?.width,
    height: size?.height,
  };
}

function forbiddenNote(network: NetworkFacts, reading: Reading, url: string): Note | undefined {
  const verdict = network.robot.obeysRobots.value ? reading.forbidden?.get(url) : undefined;
  if (!verdict) return undefined;
  const { robotsUrl, line = 0 } = verdict;
  return note("image-forbidden", { network: network.name, robotsUrl, line });
}

function faultOf({ name: network, image }: NetworkFacts, facts: ImageFacts): Note | undefined {
  const { answer, failure } = facts.visit;
  if (failure || !answer)
    return note("image-no-answer", { network, url: facts.url, message: failure?.message ?? "" });
  if (answer.status >= 400)
    return note("image-bad-status", { network, url: facts.url, status: answer.status });
  if (facts.type === undefined || !image.types.includes(facts.type))
    return note("image-wrong-type", { network, type: facts.type ?? facts.declaredType ?? "?" });
  return heavyNote(network, image, facts.byteLength);
}

function heavyNote(network: string, { maxBytes }: ImageLimits, bytes: number): Note | undefined {
  if (!maxBytes || bytes <= maxBytes.value) return undefined;
  return note("image-too-heavy", { network, bytes, max: maxBytes.value });
}

interface Size {
  readonly width: number | undefined;
  readonly height: number | undefined;
}

function smallNote({ name, image: { min } }: NetworkFacts, size: Size | undefined): Note | undefined {
  if (!min || size?.width === undefined || size.height === undefined) return undefined;
  if (size.width >= min.value.width && size.height >= min.value.height) return undefined;
  return note("image-too-small", {
    network: name,
    width: size.width,
    height: size.height,
    minWidth: min.value.width,
    minHeight: min.value.height,
  });
}

/** What `og:image:width` and `og:image:height` say, where the picture is that of `og:image`. */
function declaredSize({ page }: Reading, candidate: Candidate): Size | undefined {
  if (!/og:image/i.test(candidate.from)) return undefined;
  return { width: pixelsOf("og:image:width"), height: pixelsOf("og:image:height") };

  function pixelsOf(name: string): number | undefined {
    const value = Number.parseInt(findMeta(page, name)?.content ?? "", 10);
    return value > 0 ? value : undefined;
  }
}

function altOf({ page }: Reading, { from }: Candidate): string | undefined {
  const name = /twitter:image/i.test(from) ? "twitter:image:alt" : "og:image:alt";
  return findMeta(page, name)?.content.trim();
}
