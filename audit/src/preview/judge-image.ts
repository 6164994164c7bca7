import type { ImageFacts } from "../visit/visit.ts";
import type { ImageField, Note, Reading } from "./card.ts";
import { note } from "./notes.ts";
import type { NetworkFacts } from "./recipe.ts";
import { type Candidate, findMeta, isBlank } from "./sources.ts";

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
  /** What a relative address is resolved against: none of the readers whose code is public looks at `<base>`. */
  readonly base: string | undefined;
}

export function judgeImage(
  network: NetworkFacts,
  reading: Reading,
  { candidate, why, base }: Choice,
): JudgedImage {
  const url = webAddress(candidate.text, base);
  const field = { url: url ?? "", alt: altOf(reading, candidate), from: candidate.from, why };
  if (url === undefined) return unshown(field, badAddressNote(network, candidate));
  const facts = reading.images?.get(url);
  const size = facts ?? declaredSize(reading, candidate);
  const fault = faultOf(network, reading, { url, facts });
  if (fault) return unshown(field, fault);
  const notes = facts ? [] : [note("image-unmeasured", {})];
  return { field, shows: true, notes, width: size?.width, height: size?.height };
}

const unshown = (field: ImageField, why: Note): JudgedImage => ({
  field,
  shows: false,
  notes: [why],
  width: undefined,
  height: undefined,
});

const badAddressNote = ({ name: network }: NetworkFacts, { text }: Candidate): Note =>
  note("image-bad-address", { network, url: text.trim().slice(0, 200) });

function webAddress(text: string, base: string | undefined): string | undefined {
  const url = isBlank(text) ? null : URL.parse(text.trim(), base);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

function forbiddenNote(network: NetworkFacts, reading: Reading, url: string): Note | undefined {
  const verdict = network.robot.obeysRobots.value ? reading.forbidden?.get(url) : undefined;
  if (!verdict) return undefined;
  const { robotsUrl, line = 0 } = verdict;
  return note("image-forbidden", { network: network.name, robotsUrl, line });
}

interface Chosen {
  readonly url: string;
  readonly facts: ImageFacts | undefined;
}

function faultOf(network: NetworkFacts, reading: Reading, { url, facts }: Chosen): Note | undefined {
  const byRobots = forbiddenNote(network, reading, url);
  const byFacts =
    facts && (fetchNote(network, facts) ?? typeNote(network, facts) ?? heavyNote(network, facts));
  return byRobots ?? byFacts ?? smallNote(network, facts);
}

function fetchNote({ name: network }: NetworkFacts, { url, visit }: ImageFacts): Note | undefined {
  const { answer, failure } = visit;
  if (!answer || failure) return note("image-no-answer", { network, url, message: failure?.message ?? "" });
  return answer.status >= 400 ? note("image-bad-status", { network, url, status: answer.status }) : undefined;
}

function typeNote(
  { name: network, image }: NetworkFacts,
  { type, declaredType }: ImageFacts,
): Note | undefined {
  if (type !== undefined && image.types.includes(type)) return undefined;
  return note("image-wrong-type", { network, type: type ?? declaredType ?? "?" });
}

function heavyNote(
  { name, image: { maxBytes } }: NetworkFacts,
  { byteLength }: ImageFacts,
): Note | undefined {
  if (!maxBytes || byteLength <= maxBytes.value) return undefined;
  return note("image-too-heavy", { network: name, bytes: byteLength, max: maxBytes.value });
}

interface Size {
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** Only real pixels count against a picture: declared ones are too often wrong. */
function smallNote({ name, image: { min } }: NetworkFacts, size: Size | undefined): Note | undefined {
  if (!min || size?.width === undefined || size.height === undefined) return undefined;
  if (size.width >= min.value.width && size.height >= min.value.height) return undefined;
  return note("image-too-small", {
    network: name,
    size: `${size.width}×${size.height}`,
    min: `${min.value.width}×${min.value.height}`,
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
