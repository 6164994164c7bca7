import type { Finding, Rule, Subject } from "../rule.ts";
import { quote } from "../tags.ts";
import { mainImage } from "./card-image.ts";

export const imageVersionRule: Rule = {
  id: "LP55",
  group: "image",
  title: { en: "An address that changes with the picture", ru: "Адрес меняется вместе с картинкой" },
  why: {
    en: "Networks keep a picture by its address for days and cannot be told to look again. Only a new address shows the new picture.",
    ru: "Сети помнят картинку по адресу целыми днями, и заставить их посмотреть снова нельзя. Новую картинку покажет только новый адрес.",
  },
  severity: "warning",
  networks: "all",
  grade: "A†",
  source: "X's documentation of cards (about 7 days, no purge: change the URL), read through copies",
  reach: "page",
  says: {
    unversioned: {
      what: {
        en: "The picture's address, {name}, holds no hash or version.",
        ru: "В адресе картинки, {name}, нет ни хеша, ни версии.",
      },
      remedy: {
        en: "Put a hash of its content into the file's name: {example}.",
        ru: "Добавьте хеш содержимого в имя файла: {example}.",
      },
    },
  },
  check({ page }: Subject): Finding[] {
    const image = mainImage(page);
    const url = image && URL.parse(image.url);
    if (!image || !url || isVersioned(url)) return [];
    const name = decodeName(url.pathname.split("/").at(-1) ?? "") || "/";
    const example = /\.\w+$/.test(name) ? name.replace(/(\.\w+)$/, ".3f9a1c7e$1") : `${name}.3f9a1c7e.jpg`;
    const values = { name: name.slice(0, 100), example: example.slice(0, 120) };
    return [
      {
        key: "unversioned",
        severity: "warning",
        networks: "all",
        values,
        repair: "card-image",
        ...quote(image.meta),
      },
    ];
  },
};

/** A hash, a time or a version, in the path or the query: whatever the publisher changes with the content. */
function isVersioned({ pathname, searchParams }: URL): boolean {
  if ([...searchParams].some(([name, value]) => value !== "" && versionNames.has(name.toLowerCase())))
    return true;
  const words = [pathname, ...searchParams.values()].flatMap((text) => text.split(/[^A-Za-z0-9]+/));
  return words.some(isHashLike);
}

const versionNames = new Set(["v", "ver", "version", "hash", "rev", "t", "ts", "cb", "etag", "updated"]);

/** Eight characters or more that mix letters and digits, but no size (1200x630); or a time in seconds. */
function isHashLike(word: string): boolean {
  if (/^\d{10,}$/.test(word)) return true;
  return word.length >= 8 && /\d/.test(word) && /[a-z]/i.test(word) && !/^\d+x\d+$/i.test(word);
}

/** A percent sign may stand alone. */
function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
